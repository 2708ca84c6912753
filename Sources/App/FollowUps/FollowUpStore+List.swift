import Forms
import GRDB

extension FollowUpStore {
    func list(_ query: ListQuery, today: Day) async throws -> ListSlice<FollowUp> {
        try await database.read { db in
            try db.slice(
                Self.selection, of: "follow_up f", id: "f.id", where: FollowUpFilter.condition(query, today: today),
                by: FollowUpFilter.orderBy(query), query.part
            ).map(FollowUp.init)
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
        var all = [condition(of: query.choice(state), today: today)]
        if let agent = query[agent] { all.append("f.agent_id = \(agent)") }
        if let from = query[from] { all.append("f.closes_on >= \(from)") }
        if let until = query[until] { all.append("f.closes_on <= \(until)") }
        if let outcome: FollowUpRate.Part = query.choice(outcome) { all.append("\(sql: outcome.condition)") }
        return all.joined(separator: " AND ")
    }

    private static func condition(of state: FollowUp.State?, today: Day) -> SQL {
        let isOwed: SQL = "f.state = 'owed' AND f.callback_at IS NULL"
        return switch state {
        case nil: "1"
        case .planned: "\(isOwed) AND (f.is_tentative = 1 OR f.opens_on > \(today))"
        case .due: "\(isOwed) AND f.is_tentative = 0 AND f.opens_on <= \(today) AND f.closes_on >= \(today)"
        case .overdue: "\(isOwed) AND f.is_tentative = 0 AND f.closes_on < \(today)"
        case .callback: "f.callback_at IS NOT NULL"
        case .done: "f.state = 'done'"
        case .unreachable: "f.state = 'unreachable'"
        case .notApplicable: "f.state = 'not-applicable'"
        }
    }
}
