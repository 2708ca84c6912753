import Forms
import Foundation

/// Handover of follow-ups, and perhaps projects, from one agent to others in one step (ACC-9).
struct Handover: Sendable, Identifiable {
    let id: ID<Handover>
    let fromID: Member.ID
    let fromName: String
    /// Whether the previous agent can take follow-ups back.
    let canReturn: Bool
    let by: String
    let at: Date
    let reason: String
    let extent: Extent
    let shares: [HandoverShare]
    /// Follow-ups not worked on since, which a reversal would return.
    let untouched: Int
    let reversal: Reversal?

    var calls: Int { shares.reduce(0) { $0 + $1.calls } }
    var projects: Int { shares.reduce(0) { $0 + $1.projects } }

    /// The scope of a handover.
    enum Extent: Sendable, Hashable {
        /// Everything owed, and the projects with their future follow-ups.
        case forGood
        case allCalls
        /// Those of a period, such as a week's illness.
        case days(ClosedRange<Day>)
        case oneCall

        enum Kind: String, Sendable, CaseIterable {
            case forGood = "for-good"
            case allCalls = "all-calls"
            case days
            case oneCall = "one-call"
        }

        var kind: Kind {
            switch self {
            case .forGood: .forGood
            case .allCalls: .allCalls
            case .days: .days
            case .oneCall: .oneCall
            }
        }

        /// Whether it is all of the agent's work, issues included.
        var takesEverything: Bool {
            switch self {
            case .forGood, .allCalls: true
            case .days, .oneCall: false
            }
        }

        /// The period, if it is limited to one.
        var days: ClosedRange<Day>? {
            switch self {
            case .days(let days): days
            case .forGood, .allCalls, .oneCall: nil
            }
        }
    }

    /// The reversal of a handover: what was returned, and what stayed because it had been worked on.
    struct Reversal: Sendable, Hashable {
        let by: String
        let at: Date
        let returned: Int
        let stayed: Int
        let projectsReturned: Int
        let projectsStayed: Int
    }
}

/// One agent's share of a handover.
struct HandoverShare: Sendable, Hashable {
    let agent: Member.ID
    let name: String
    let calls: Int
    let projects: Int
}

/// Input of a handover: scope, from whom and to whom.
struct HandoverInput: Sendable, Hashable {
    let from: Member.ID
    /// Several share it evenly.
    let to: [Member.ID]
    let extent: Handover.Extent
}

/// An agent's workload.
struct AgentLoad: Sendable, Hashable {
    let overdue: Int
    let due: Int
    let callbacks: Int
    let planned: Int
    /// Escalated ones are for the administrators to decide: they are not handed over.
    let unreachable: Int
    let projects: Int
    /// Sheet drafts, which nobody else may read.
    let drafts: Int

    var owed: Int { overdue + due + callbacks + planned }
    var isNothing: Bool { owed == 0 && projects == 0 }
}
