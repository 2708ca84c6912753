import Foundation
import Synchronization

/// Audits password attempts that failed or were throttled; never what was typed (ACC-5).
final class PasswordTries: Sendable {
    private let database: AppDatabase
    private let tally = Mutex(TryTally())

    init(database: AppDatabase) { self.database = database }

    /// A wrong password; only a known member is named.
    /// - Throws: an error of the database; the attempt is then counted instead.
    func failed(_ member: Member.ID?, _ stamp: Stamp) async throws {
        let subject = TrySubject(action: .signInFailed, member: member, address: stamp.address)
        guard tally.withLock({ $0.standsAlone(subject, at: stamp.at) }) else { return }
        do {
            try await database.write { [audit = database.audit] db in
                try audit.append(db, subject.action, subject.audited, stamp)
            }
        } catch {
            tally.withLock { $0.count(subject, at: stamp.at) }
            throw error
        }
    }

    /// An attempt was rejected by the throttle or the full queue.
    func delayed(_ action: AuditAction, _ member: Member.ID?, _ stamp: Stamp) {
        let subject = TrySubject(action: action, member: member, address: stamp.address)
        tally.withLock { $0.count(subject, at: stamp.at) }
    }

    /// Writes the counts of past minutes.
    /// - Parameter evenNow: of the current minute too, as the server stops.
    /// - Throws: an error of the database; the counts are then kept for the next time.
    func fold(at moment: Date, evenNow: Bool = false) async throws {
        let due = tally.withLock { $0.due(at: moment, evenNow: evenNow) }
        guard !due.isEmpty else { return }
        do {
            try await database.write { [audit = database.audit] db in
                for (subject, count) in due.sorted(by: { $0.key.order < $1.key.order }) {
                    try audit.append(
                        db, subject.action, subject.audited,
                        Stamp(member: nil, at: moment, address: subject.address), detail: ["attempts": String(count)])
                }
            }
        } catch {
            tally.withLock { tally in for (subject, count) in due { tally.count(subject, at: moment, times: count) } }
            throw error
        }
    }
}

extension TrySubject {
    fileprivate var audited: AuditSubject { member.map { .member($0) } ?? .company }
    fileprivate var order: String { "\(action.rawValue) \(address) \(member?.number ?? 0)" }
}
