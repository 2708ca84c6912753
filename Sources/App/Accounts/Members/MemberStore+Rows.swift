import GRDB

/// Decodes members from rows, also for queries of other features.
extension MemberStore {
    /// The columns of a member; the query must have the table `member` without an alias.
    static let columns = """
        member.id, member.username, member.name, member.locked_at IS NOT NULL AS is_locked,
        member.must_change_password, member.department, member.version,
        (SELECT group_concat(role) FROM member_role WHERE member_id = member.id) AS roles
        """

    static func fetch(_ db: Database, _ id: Member.ID) throws -> Member? {
        try StoredRow.fetchOne(
            db, cached: "SELECT \(columns) FROM member WHERE id = ?", arguments: [id], as: Member.init(row:))
    }

    static func fetchAll(_ db: Database) throws -> [Member] {
        try StoredRow.fetchAll(db, cached: "SELECT \(columns) FROM member ORDER BY id", as: Member.init(row:))
    }
}

extension Member {
    init(row: StoredRow) throws {
        let roles: String? = try row.value("roles")
        let named = try (roles ?? "").split(separator: ",").map { word in
            guard let role = Role(rawValue: String(word)) else { throw UnreadableValue.text("roles") }
            return role
        }
        self.init(
            id: try row.value("id"), username: try row.value("username"), name: try row.value("name"),
            roles: Set(named),
            isLocked: try row.value("is_locked"), mustChangePassword: try row.value("must_change_password"),
            department: try row.value("department"),
            version: try row.value("version"))
    }
}
