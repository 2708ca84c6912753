import Forms
import Markup

/// An agent's workload, each number with a link to its list.
enum LoadValues {
    static func figures(_ load: AgentLoad, of member: Member.ID, _ words: Words) -> [PageValues] {
        let states: [(FollowUp.State, Int)] = [
            (.overdue, load.overdue), (.due, load.due), (.callback, load.callbacks), (.planned, load.planned),
        ]
        return states.map { state, count in
            [
                "badge": .badge(state.look, words("follow-up.state.\(state.rawValue)")), "count": .number(count),
                "href": .text(
                    Paths.with(Paths.followUps, [("state", state.rawValue), ("agent", String(member))])),
            ]
        } + [
            [
                "badge": .badge(.neutral, words("handover.projects")), "count": .number(load.projects), "href": .none,
            ]
        ]
    }

    /// The warning on a member's page; nil without a workload.
    static func warning(_ load: AgentLoad, of member: Member, _ words: Words) -> PageValue {
        guard !load.isNothing else { return .none }
        return .page([
            "text": .text(
                words(
                    "handover.owes",
                    ["name": member.name, "calls": String(load.owed), "projects": String(load.projects)])),
            "href": .text(Paths.memberHandover(member.id)), "isLocked": .flag(member.isLocked),
        ])
    }
}
