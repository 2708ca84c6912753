import Forms
import GRDB

extension FollowUpStore {
    func list(_ filter: FollowUpFilter, today: Day, limit: Int = FollowUpFilter.pageSize) async throws -> FollowUpList {
        let condition = filter.condition(today: today)
        return try await database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "\(Self.selection) WHERE \(condition.sql) ORDER BY \(filter.orderBy) LIMIT ? OFFSET ?",
                arguments: condition.arguments + [limit, (filter.page - 1) * FollowUpFilter.pageSize])
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM follow_up f WHERE \(condition.sql) LIMIT ?)",
                arguments: condition.arguments + [FollowUpFilter.countLimit + 1])
            return FollowUpList(followUps: try rows.map(FollowUp.init), count: count ?? 0)
        }
    }
}

extension FollowUpFilter {
    fileprivate var orderBy: String {
        switch effectiveOrder {
        case .soonest: "f.closes_on, f.id"
        case .latest: "f.closes_on DESC, f.id DESC"
        }
    }

    fileprivate func condition(today: Day) -> (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments = StatementArguments()
        func require(_ sql: String, _ values: StatementArguments = []) {
            parts.append(sql)
            arguments += values
        }
        switch state {
        case nil: require("1")
        case .planned:
            require("f.state = 'owed' AND f.callback_at IS NULL AND (f.is_tentative = 1 OR f.opens_on > ?)", [today])
        case .due:
            require(
                "f.state = 'owed' AND f.callback_at IS NULL AND f.is_tentative = 0 AND f.opens_on <= ? AND f.closes_on >= ?",
                [today, today])
        case .overdue:
            require("f.state = 'owed' AND f.callback_at IS NULL AND f.is_tentative = 0 AND f.closes_on < ?", [today])
        case .callback: require("f.callback_at IS NOT NULL")
        case .done: require("f.state = 'done'")
        case .unreachable: require("f.state = 'unreachable'")
        case .notApplicable: require("f.state = 'not-applicable'")
        }
        if let agent { require("f.agent_id = ?", [agent]) }
        if let from { require("f.closes_on >= ?", [from]) }
        if let until { require("f.closes_on <= ?", [until]) }
        if let outcome { require(outcome.condition) }
        return (parts.joined(separator: " AND "), arguments)
    }
}
