import Forms

/// Distributes an agent's follow-ups over several agents: evenly by number, and all of one project to one agent, so
/// that a customer deals with one person.
enum HandoverSpread {
    /// The follow-ups of one project to hand over; zero when only the project goes.
    struct Load: Sendable, Hashable {
        let project: Project.ID
        let calls: Int
    }

    /// - Parameter agents: at least one; their order breaks ties, so that the result is deterministic.
    /// - Returns: the agent of each project.
    static func assign(_ loads: [Load], to agents: [Member.ID]) -> [(load: Load, agent: Member.ID)] {
        var calls = agents.map { _ in 0 }
        var projects = calls
        return loads.sorted { ($1.calls, $0.project) < ($0.calls, $1.project) }.compactMap { load in
            let next = agents.indices.min { (calls[$0], projects[$0], $0) < (calls[$1], projects[$1], $1) }
            guard let next else { return nil }
            calls[next] += load.calls
            projects[next] += 1
            return (load, agents[next])
        }
    }
}
