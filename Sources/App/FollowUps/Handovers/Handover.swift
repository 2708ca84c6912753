import Forms
import Foundation

/// Calls, and perhaps projects, that were handed from one agent to others in one step (ACC-9).
struct Handover: Sendable, Identifiable {
    let id: ID<Handover>
    let fromID: Member.ID
    let fromName: String
    /// Whether who had the calls can have them back.
    let canReturn: Bool
    let by: String
    let at: Date
    let reason: String
    let extent: Extent
    let shares: [HandoverShare]
    /// How many of the calls nobody worked on since, so that a reversal would give them back.
    let untouched: Int
    let reversal: Reversal?

    var calls: Int { shares.reduce(0) { $0 + $1.calls } }
    var projects: Int { shares.reduce(0) { $0 + $1.projects } }

    /// What is handed over.
    enum Extent: Sendable, Hashable {
        /// Everything that is owed, and the projects with what they will owe.
        case forGood
        case allCalls
        /// What is to be done in these days: somebody is ill for a week.
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

        /// Whether it is all that is on somebody's hands, issues included.
        var takesEverything: Bool {
            switch self {
            case .forGood, .allCalls: true
            case .days, .oneCall: false
            }
        }

        /// The days that it is limited to.
        var days: ClosedRange<Day>? {
            switch self {
            case .days(let days): days
            case .forGood, .allCalls, .oneCall: nil
            }
        }
    }

    /// How it was taken back: what came back, and what stayed because somebody had worked on it.
    struct Reversal: Sendable, Hashable {
        let by: String
        let at: Date
        let returned: Int
        let stayed: Int
        let projectsReturned: Int
        let projectsStayed: Int
    }
}

/// What one agent gets.
struct HandoverShare: Sendable, Hashable {
    let agent: Member.ID
    let name: String
    let calls: Int
    let projects: Int
}

/// What an administrator wants to hand over, from whom and to whom.
struct HandoverInput: Sendable, Hashable {
    let from: Member.ID
    /// Several share it evenly.
    let to: [Member.ID]
    let extent: Handover.Extent
}

/// What is on an agent's hands.
struct AgentLoad: Sendable, Hashable {
    let overdue: Int
    let due: Int
    let callbacks: Int
    let planned: Int
    /// Given up, and the administrators' to decide: they are not handed over.
    let unreachable: Int
    let projects: Int
    /// Sheets that were begun, which nobody else may read.
    let drafts: Int

    var owed: Int { overdue + due + callbacks + planned }
    var isNothing: Bool { owed == 0 && projects == 0 }
}
