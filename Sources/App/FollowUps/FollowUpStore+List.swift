import Forms
import GRDB

extension FollowUpStore {
    func list(_ query: ListQuery, today: Day) async throws -> ListSlice<FollowUp> {
        try await database.read { db in
            try db.slice(
                Self.selection, of: "follow_up f", id: "f.id", where: FollowUpFilter.condition(query, today: today),
                by: FollowUpFilter.orderBy(query), query.part, as: FollowUp.init)
        }
    }
}

extension FollowUpFilter {
    fileprivate static func orderBy(_ query: ListQuery) -> String {
        switch order(of: query) {
        case .soonest: "f.closes_on, f.id"
        case .latest: "f.closes_on DESC, f.id DESC"
        }
    }

    fileprivate static func condition(_ query: ListQuery, today: Day) -> SQL {
        let state: FollowUp.State? = query.choice(state)
        var all: [SQL] = [state.map { SQL(sql: $0.condition, arguments: ["today": today]) } ?? "1"]
        if let agent = query[agent] { all.append("f.agent_id = \(agent)") }
        if let from = query[from] { all.append("f.closes_on >= \(from)") }
        if let until = query[until] { all.append("f.closes_on <= \(until)") }
        if let outcome: FollowUpRate.Part = query.choice(outcome) { all.append("\(sql: outcome.condition)") }
        return all.joined(separator: " AND ")
    }
}
