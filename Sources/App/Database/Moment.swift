import Foundation

/// Moments as the database keeps them.
enum Moment {
    /// To the whole millisecond, so that a moment compares equal to itself after it was stored.
    static func stored(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
