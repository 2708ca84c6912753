import Foundation

/// Turns in the slow lane of one username that strangers keep failing at: one each ten seconds, and each network holds one
/// place in the line at most. So nobody guesses fast, and nobody waits behind more than one guess of each network (ACC-14).
struct SignInTurns: Sendable {
    /// Seconds between two turns.
    let spacing: TimeInterval
    /// Seconds for which a turn that was not taken is kept.
    let kept: TimeInterval

    static let username = SignInTurns(spacing: 10, kept: 30 * 60)

    /// No line is a day long; a turn further ahead was given by a clock that was wrong.
    private static let longest: TimeInterval = 24 * 3600

    /// The turn of somebody at `moment`.
    /// - Parameter own: the turn that they were given before.
    /// - Parameter next: the first turn that nobody has.
    /// - Returns: their turn, and the first one that nobody has then.
    func turn(own: Date?, next: Date?, at moment: Date) -> (own: Date, next: Date?) {
        if let own, own.addingTimeInterval(kept) > moment, isNear(own, moment) { return (own, next) }
        let free = next.flatMap { isNear($0, moment) ? $0 : nil } ?? moment
        let turn = max(free, moment)
        return (turn, turn.addingTimeInterval(spacing))
    }

    private func isNear(_ turn: Date, _ moment: Date) -> Bool { turn.timeIntervalSince(moment) <= Self.longest }
}
