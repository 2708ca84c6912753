import Foundation

/// Whether backups are recent enough (RUN-4).
enum BackupCondition: Sendable, Hashable {
    case never
    /// None yet, and none was due.
    case notYet
    /// Seconds since the latest one.
    case late(TimeInterval)
    case fine(TimeInterval)

    /// - Parameter limit: maximum seconds since the latest backup, or since the company was created.
    init(_ age: BackupAge?, foundedAt: Date, at now: Date, limit: TimeInterval) {
        guard let seconds = age?.seconds(at: now) else {
            self = now.timeIntervalSince(foundedAt) > limit ? .never : .notYet
            return
        }
        self = seconds > limit ? .late(seconds) : .fine(seconds)
    }

    var isFine: Bool {
        switch self {
        case .fine, .notYet: true
        case .never, .late: false
        }
    }

    /// Seconds; nil when there was no backup.
    var age: TimeInterval? {
        switch self {
        case .never, .notYet: nil
        case .late(let age), .fine(let age): age
        }
    }
}
