import Forms
import Foundation
import GRDB

extension IssueStore {
    func list(_ query: ListQuery, for member: Member, at now: Date) async throws -> ListSlice<CustomerIssue> {
        try await database.read { db in try Self.list(db, query, for: member, at: now) }
    }

    /// The list with the standing of each one's next deadline.
    func listWithStandings(
        _ query: ListQuery, for member: Member, at now: Date
    ) async throws -> (list: ListSlice<CustomerIssue>, standings: IssueStandings) {
        try await database.read { db in
            let list = try Self.list(db, query, for: member, at: now)
            return (list, try standings(db, of: list.rows, at: now))
        }
    }

    private static func list(
        _ db: Database, _ query: ListQuery, for member: Member, at now: Date
    ) throws -> ListSlice<CustomerIssue> {
        let order: String = query[IssueFilter.isLate] == true ? "i.due_at, i.id" : "i.raised_at DESC, i.id DESC"
        return try slice(db, query, by: order, query.part, for: member, at: now)
    }

    /// The member's board: what waits for them, what is due next, what is late.
    func board(_ db: Database, for member: Member, at now: Date) throws -> IssueBoard {
        IssueBoard(
            parts: try IssueBoard.Name.of(member).map { name in
                let items = Dictionary(name.items) { first, _ in first }
                let query = ListQuery(Paths.issues, IssueFilter.form, items, today: Day(now, in: zone))
                // The plus keeps SQLite from scanning all issues by deadline to find the few in a state.
                let found = try Self.slice(
                    db, query, by: "+i.due_at IS NULL, +i.due_at, i.id", .first(IssueBoard.most), for: member,
                    at: now)
                return IssueBoard.Part(name: name, issues: found.rows, count: found.count)
            })
    }

    func boardWithStandings(
        for member: Member, at now: Date
    ) async throws -> (board: IssueBoard, standings: IssueStandings) {
        try await database.read { db in
            let board = try board(db, for: member, at: now)
            return (board, try standings(db, of: board.parts.flatMap(\.issues), at: now))
        }
    }

    private static func slice(
        _ db: Database, _ query: ListQuery, by order: String, _ part: ListPart, for member: Member, at now: Date
    ) throws -> ListSlice<CustomerIssue> {
        let condition = IssueFilter.condition(query, member, at: now)
        return try db.slice(
            selection, of: "issue i", id: "i.id", where: condition, by: order, part, as: CustomerIssue.init)
    }
}

extension IssueScope {
    /// Condition on `i` for what is visible in this scope.
    fileprivate var condition: SQL {
        guard !isComplete else { return "1" }
        guard let department else { return "i.owner_id = \(member)" }
        return "(i.department = \(department) OR i.owner_id = \(member))"
    }
}

extension IssueFilter {
    fileprivate static func condition(_ query: ListQuery, _ member: Member, at now: Date) -> SQL {
        var all = [Permissions.issues(for: member).condition]
        if query[state] == open { all.append("i.is_open = 1") }
        if let state: IssueState = query.choice(state) {
            all.append(state == .closed ? "i.is_open = 0" : "i.is_open = 1")
            all.append("i.state = \(state)")
        }
        if let department = query[department] { all.append("i.department = \(department)") }
        if let category = query[category] { all.append("i.category = \(category)") }
        if query[isComplaint] == true { all.append("i.is_complaint = 1") }
        if query[isLate] == true { all.append("i.is_open = 1 AND i.due_at < \(now)") }
        if query[owner] != nil { all.append("i.owner_id = \(member.id)") }
        if query[isImportant] == true { all.append("i.is_important = 1") }
        return all.joined(separator: " AND ")
    }
}
