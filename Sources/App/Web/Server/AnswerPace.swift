/// Whether a client takes an answer fast enough, sampled several times in a sliding window.
struct AnswerPace: Sendable {
    /// Samples per window.
    static let looks = 6
    private let least: Int
    private var taken: [Int] = []

    /// - Parameter least: minimum bytes per window.
    init(least: Int) { self.least = least }

    /// - Parameter bytes: the total taken so far.
    /// - Returns: whether the last full window, if there was one, had too few.
    mutating func isTooSlow(_ bytes: Int) -> Bool {
        taken.append(bytes)
        guard taken.count > Self.looks else { return false }
        return bytes - taken.removeFirst() < least
    }
}
