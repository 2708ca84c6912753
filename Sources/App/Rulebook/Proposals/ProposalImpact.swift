import Forms
import Rulebooks

/// Impact of a proposed rulebook on current projects, as far as they have been compared.
struct ProposalImpact: Sendable {
    let projects: Int
    let compared: Int
    let affected: Int
    let change: PlanChange
    /// Follow-ups that would be overdue as soon as the proposal is in force.
    let overdue: Int
    let examples: [PlannedChange]
    let isFinished: Bool

    /// Maximum of changes listed individually.
    static let shown = 50
}

/// A follow-up that the proposal would add, move or remove.
struct PlannedChange: Sendable, Hashable, Codable {
    enum Kind: String, Sendable, CaseIterable, Codable {
        case added, moved, removed
    }

    struct Window: Sendable, Hashable, Codable {
        let opens: Day
        let closes: Day
    }

    let kind: Kind
    let projectID: Project.ID
    let projectNumber: String
    let stage: String
    let before: Window?
    let after: Window?
}

extension PlanDifference {
    func changes(of project: (id: Project.ID, number: String)) -> [PlannedChange] {
        let make = {
            (kind: PlannedChange.Kind, stage: String, before: PlannedChange.Window?, after: PlannedChange.Window?) in
            PlannedChange(
                kind: kind, projectID: project.id, projectNumber: project.number, stage: stage, before: before,
                after: after)
        }
        return added.map { make(.added, $0.stage, nil, .init(opens: $0.opens, closes: $0.closes)) }
            + moved.map { stored, planned in
                make(
                    .moved, planned.stage, .init(opens: stored.opens, closes: stored.closes),
                    .init(opens: planned.opens, closes: planned.closes))
            }
            + removed.map { make(.removed, $0.stage, .init(opens: $0.opens, closes: $0.closes), nil) }
    }

    /// How many of the added or moved ones would have closed before `today`.
    func overdue(on today: Day) -> Int {
        (added + moved.map(\.planned)).count { !$0.isTentative && $0.closes < today }
    }
}
