import Foundation

/// Timestamps as the database stores them.
enum Moment {
    /// Rounded to milliseconds, so that a stored moment compares equal to itself.
    static func stored(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
