import Foundation

/// Whether backups are made as often as they should be (RUN-4).
enum BackupCondition: Sendable, Hashable {
    case never
    /// Nor could one have been expected yet.
    case notYet
    /// Seconds since the latest one.
    case late(TimeInterval)
    case fine(TimeInterval)

    /// - Parameter limit: seconds within which one is expected after the one before, or after the company was founded.
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

    /// Seconds; nil when none was ever made.
    var age: TimeInterval? {
        switch self {
        case .never, .notYet: nil
        case .late(let age), .fine(let age): age
        }
    }
}
