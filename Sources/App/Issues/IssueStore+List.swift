import Forms
import Foundation
import GRDB

extension IssueStore {
    func list(
        _ filter: IssueFilter, for member: Member, at now: Date, limit: Int = IssueFilter.pageSize
    ) async throws -> IssueList {
        let condition = filter.condition(member, at: now)
        return try await database.read { db in
            // The names are looked up for the rows of the page alone, not for all that are sorted.
            let order = filter.isLate ? "due_at, i.id" : "raised_at DESC, i.id DESC"
            let issues = try Row.fetchAll(
                db,
                sql: """
                    \(Self.selection) WHERE i.id IN (SELECT i.id FROM issue i WHERE \(condition.sql)
                        ORDER BY i.\(order) LIMIT ? OFFSET ?) ORDER BY +i.\(order)
                    """,
                arguments: condition.arguments + [limit, (filter.page - 1) * IssueFilter.pageSize]
            ).map(CustomerIssue.init)
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM issue i WHERE \(condition.sql) LIMIT ?)",
                arguments: condition.arguments + [IssueFilter.countLimit + 1])
            return IssueList(issues: issues, count: count ?? 0)
        }
    }

    /// The board of whoever looks: what waits for them, what is due next, what is late.
    func board(for member: Member, at now: Date) async throws -> IssueBoard {
        try await database.read { db in
            let parts = IssueBoard.Name.of(member)
            return IssueBoard(
                parts: try parts.map { name in
                    let filter = IssueFilter(query: Dictionary(name.items) { first, _ in first })
                    let condition = filter.condition(member, at: now)
                    // The plus keeps SQLite from walking all issues by their deadline to find the few in a state.
                    let issues = try Row.fetchAll(
                        db,
                        sql: """
                            \(Self.selection) WHERE i.id IN (SELECT i.id FROM issue i WHERE \(condition.sql)
                                ORDER BY +i.due_at IS NULL, +i.due_at, i.id LIMIT ?)
                            ORDER BY +i.due_at IS NULL, +i.due_at, i.id
                            """,
                        arguments: condition.arguments + [IssueBoard.most]
                    ).map(CustomerIssue.init)
                    let count = try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM (SELECT 1 FROM issue i WHERE \(condition.sql) LIMIT ?)",
                        arguments: condition.arguments + [IssueFilter.countLimit])
                    return IssueBoard.Part(name: name, issues: issues, count: count ?? 0)
                })
        }
    }
}

extension IssueScope {
    /// What of `i` may be seen, as a condition.
    fileprivate var condition: (sql: String, arguments: StatementArguments) {
        guard !isComplete else { return ("1", []) }
        guard let department else { return ("i.owner_id = ?", [member]) }
        return ("(i.department = ? OR i.owner_id = ?)", [department, member])
    }
}

extension IssueFilter {
    fileprivate func condition(_ member: Member, at now: Date) -> (sql: String, arguments: StatementArguments) {
        var (sql, arguments) = Permissions.issues(for: member).condition
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)? = nil) {
            sql += " AND " + condition
            if let value { arguments += [value] }
        }
        switch standing {
        case .any: break
        case .open: require("i.is_open = 1")
        case .state(let state):
            require(state == .closed ? "i.is_open = 0" : "i.is_open = 1")
            require("i.state = ?", state.rawValue)
        }
        if let department { require("i.department = ?", department) }
        if let category { require("i.category = ?", category) }
        if complaintsOnly { require("i.is_complaint = 1") }
        if isLate { require("i.is_open = 1 AND i.due_at < ?", now) }
        if isMine { require("i.owner_id = ?", member.id) }
        if importantOnly { require("i.is_important = 1") }
        return (sql, arguments)
    }
}
