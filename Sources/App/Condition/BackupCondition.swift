import Foundation

/// Whether backups are made as often as they should be (RUN-4).
enum BackupCondition: Sendable, Hashable {
    case never
    /// Seconds since the latest one.
    case late(TimeInterval)
    case fine(TimeInterval)

    init(_ age: BackupAge?, at now: Date, limit: TimeInterval) {
        guard let seconds = age?.seconds(at: now) else {
            self = .never
            return
        }
        self = seconds > limit ? .late(seconds) : .fine(seconds)
    }

    var isFine: Bool {
        switch self {
        case .fine: true
        case .never, .late: false
        }
    }

    /// Seconds; nil when none was ever made.
    var age: TimeInterval? {
        switch self {
        case .never: nil
        case .late(let age), .fine(let age): age
        }
    }
}
