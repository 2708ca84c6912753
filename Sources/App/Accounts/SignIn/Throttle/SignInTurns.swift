import Foundation

/// Queue in time for the slow lane of a username under attack: one turn every ten seconds, at most one per network. So
/// guessing is slow, and nobody waits for more than one guess per network (ACC-14).
struct SignInTurns: Sendable {
    /// Seconds between two turns.
    let spacing: TimeInterval
    /// Seconds that an unused turn is kept.
    let kept: TimeInterval

    static let username = SignInTurns(spacing: 10, kept: 30 * 60)

    /// No queue is a day long; a turn further ahead comes from a wrong clock.
    private static let longest: TimeInterval = 24 * 3600

    /// Assigns a visitor's turn.
    /// - Parameter own: the turn assigned to them before.
    /// - Parameter next: the next free turn.
    /// - Returns: their turn, and the next free one after it.
    func turn(own: Date?, next: Date?, at moment: Date) -> (own: Date, next: Date?) {
        if let own, own.addingTimeInterval(kept) > moment, isNear(own, moment) { return (own, next) }
        let free = next.flatMap { isNear($0, moment) ? $0 : nil } ?? moment
        let turn = max(free, moment)
        return (turn, turn.addingTimeInterval(spacing))
    }

    private func isNear(_ turn: Date, _ moment: Date) -> Bool { turn.timeIntervalSince(moment) <= Self.longest }
}
