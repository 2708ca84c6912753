/// Whether somebody takes an answer fast enough, looked at several times in the span that counts.
struct AnswerPace: Sendable {
    /// Looks in one span.
    static let looks = 6
    private let least: Int
    private var taken: [Int] = []

    /// - Parameter least: bytes to be taken in each span.
    init(least: Int) { self.least = least }

    /// - Parameter bytes: what has been taken since the beginning.
    /// - Returns: whether the last whole span, if there was one, brought too little.
    mutating func isTooSlow(_ bytes: Int) -> Bool {
        taken.append(bytes)
        guard taken.count > Self.looks else { return false }
        return bytes - taken.removeFirst() < least
    }
}
