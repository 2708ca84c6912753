import Foundation
import Synchronization

/// Rate-limits audit entries of refusals: the first three of the same within a minute get their own, further ones one
/// entry with their count (ACC-5, ACC-13).
///
/// Counts that are not yet written are lost when the process is killed; the first refusals are on disk.
final class RefusalFolding: Sendable {
    /// Key of equal refusals: who was refused, what, and about which thing; without a sign-in, from which address.
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

    /// The count of refusals in a past minute.
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
    /// More keys than anybody makes by hand; beyond that each refusal is written.
    private static let mostKeys = 10_000

    private let minutes = Mutex<[Key: Minute]>([:])

    /// - Returns: whether to write it now; otherwise it is counted.
    func note(_ key: Key, at now: Date) -> Bool {
        minutes.withLock { minutes in
            guard minutes[key] != nil || minutes.count < Self.mostKeys else { return true }
            var minute = minutes[key] ?? Minute(began: now)
            // A clock that was set back also ends a minute.
            if abs(now.timeIntervalSince(minute.began)) >= Self.length {
                minute = Minute(began: now, folded: minute.folded)
            }
            let isWritten = minute.written < Self.most
            if isWritten { minute.written += 1 } else { minute.folded += 1 }
            minutes[key] = minute
            return isWritten
        }
    }

    /// Takes back a note whose change was rolled back.
    func takeBack(_ key: Key, isWritten: Bool) {
        minutes.withLock { minutes in
            if isWritten { minutes[key]?.written -= 1 } else { minutes[key]?.folded -= 1 }
        }
    }

    /// Removes and returns the counts to be written, one entry each.
    /// - Parameter now: of minutes that are over by then; nil takes all, before the process ends.
    func flush(_ now: Date?) -> [Folded] {
        minutes.withLock { minutes in
            let over = minutes.filter { _, minute in
                now.map { abs($0.timeIntervalSince(minute.began)) >= Self.length } ?? true
            }
            for key in over.keys { minutes[key] = nil }
            return over.filter { $0.value.folded > 0 }.map { Folded(key: $0.key, count: $0.value.folded) }
        }
    }

    /// Restores counts that could not be written.
    func putBack(_ folded: [Folded], at now: Date) {
        minutes.withLock { minutes in
            for one in folded { minutes[one.key, default: Minute(began: now)].folded += one.count }
        }
    }
}
