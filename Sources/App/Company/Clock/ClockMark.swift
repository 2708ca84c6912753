import Foundation

/// High-water mark of the company's time, stored beside the database every few minutes; the clock is checked against it
/// after a restart (ACC-16).
struct ClockMark: Sendable {
    private let file: URL

    init(in folder: DataFolder) { file = folder.clockSeen }

    /// - Returns: nil in a company that was never served, and when it cannot be parsed.
    func read() -> Date? {
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let seconds = TimeInterval(text.trimmingCharacters(in: .whitespacesAndNewlines)), seconds.isFinite
        else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }

    func note(_ moment: Date) throws {
        try Data("\(Int(moment.timeIntervalSince1970))\n".utf8).write(to: file, options: .atomic)
    }
}
