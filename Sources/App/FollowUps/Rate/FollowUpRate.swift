/// Follow-up rate of a period: done ÷ (due − excused with approval) (CAD-5).
///
/// A follow-up is due in the period with the last day of its window. Each due one is in exactly one of the five parts,
/// so that nothing can be left out silently.
struct FollowUpRate: Sendable, Hashable {
    /// What a figure links to: all due ones, or one part.
    enum Part: String, Sendable, CaseIterable {
        case due, done, excused, refused, unreachable, open
    }

    let done: Int
    /// Excused by an administrator.
    let excused: Int
    /// Not done; the customer refused at the latest attempt.
    let refused: Int
    /// Escalated after the rulebook's number of attempts.
    let unreachable: Int
    /// Still owed.
    let open: Int

    static let nothing = FollowUpRate(done: 0, excused: 0, refused: 0, unreachable: 0, open: 0)

    var due: Int { done + excused + refused + unreachable + open }
    /// The denominator of the rate.
    var counted: Int { due - excused }

    /// In whole per cent, rounded down, so that a missed target never looks reached; nil when the denominator is zero.
    var percent: Int? { counted > 0 ? done * 100 / counted : nil }

    /// How many more must be done to reach a target in per cent.
    func missing(to target: Int) -> Int { max(0, (counted * target + 99) / 100 - done) }

    subscript(part: Part) -> Int {
        switch part {
        case .due: due
        case .done: done
        case .excused: excused
        case .refused: refused
        case .unreachable: unreachable
        case .open: open
        }
    }

    static func + (left: FollowUpRate, right: FollowUpRate) -> FollowUpRate {
        FollowUpRate(
            done: left.done + right.done, excused: left.excused + right.excused,
            refused: left.refused + right.refused, unreachable: left.unreachable + right.unreachable,
            open: left.open + right.open)
    }
}

/// The rate of one agent.
struct AgentRate: Sendable, Hashable {
    let agent: Member.ID
    let name: String
    let rate: FollowUpRate
}

extension [AgentRate] {
    /// The rate over all agents.
    var total: FollowUpRate { reduce(.nothing) { $0 + $1.rate } }
}
