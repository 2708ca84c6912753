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
        var parts = [state?.condition ?? "1"]
        var arguments: StatementArguments = ["today": today]
        func require(_ sql: String, _ values: StatementArguments = []) {
            parts.append(sql)
            arguments += values
        }
        if let agent { require("f.agent_id = ?", [agent]) }
        if let from { require("f.closes_on >= ?", [from]) }
        if let until { require("f.closes_on <= ?", [until]) }
        if let outcome { require(outcome.condition) }
        return (parts.joined(separator: " AND "), arguments)
    }
}
