import Foundation
import Synchronization

/// Keeps one person from filling the trail with refusals: of the same within a minute the first three are written one by
/// one, the others as one entry with their number (ACC-5, ACC-13).
///
/// What is counted and not yet written is lost when the process is killed; that there were refusals is on the disk.
final class RefusalFolding: Sendable {
    /// What is the same refusal: who was refused what about which thing, or where they came from when nobody is signed in.
    struct Key: Sendable, Hashable {
        let member: Member.ID?
        let address: String
        let action: AuditAction
        let subject: AuditSubject
        let detail: [String: String]

        init(_ action: AuditAction, _ subject: AuditSubject, _ stamp: Stamp, detail: [String: String]) {
            member = stamp.member
            address = stamp.address
            self.action = action
            self.subject = subject
            self.detail = detail
        }
    }

    /// Refusals of a minute that is over.
    struct Folded: Sendable, Hashable {
        let key: Key
        let count: Int
    }

    private struct Minute {
        let began: Date
        var written = 0
        var folded = 0
    }

    private static let most = 3
    private static let length: TimeInterval = 60
    /// More different ones at a time than anybody makes by hand; beyond it each is written.
    private static let mostKeys = 10_000

    private let minutes = Mutex<[Key: Minute]>([:])

    /// - Returns: whether it is to be written now; if not, it is counted.
    func note(_ key: Key, at now: Date) -> Bool {
        minutes.withLock { minutes in
            guard minutes[key] != nil || minutes.count < Self.mostKeys else { return true }
            var minute = minutes[key] ?? Minute(began: now)
            // A clock that was set back ends a minute as well.
            if abs(now.timeIntervalSince(minute.began)) >= Self.length {
                minute = Minute(began: now, folded: minute.folded)
            }
            let isWritten = minute.written < Self.most
            if isWritten { minute.written += 1 } else { minute.folded += 1 }
            minutes[key] = minute
            return isWritten
        }
    }

    /// Takes out what is to be written as one entry each.
    /// - Parameter now: minutes that are over by then; nil takes all, before the process ends.
    func flush(_ now: Date?) -> [Folded] {
        minutes.withLock { minutes in
            let over = minutes.filter { _, minute in
                now.map { abs($0.timeIntervalSince(minute.began)) >= Self.length } ?? true
            }
            for key in over.keys { minutes[key] = nil }
            return over.filter { $0.value.folded > 0 }.map { Folded(key: $0.key, count: $0.value.folded) }
        }
    }

    /// Puts back what could not be written.
    func putBack(_ folded: [Folded], at now: Date) {
        minutes.withLock { minutes in
            for one in folded { minutes[one.key, default: Minute(began: now)].folded += one.count }
        }
    }
}
