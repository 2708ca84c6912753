import GRDB

/// Finds visits within a member's scope.
struct VisitStore: Sendable {
    let database: AppDatabase
    /// Notified of arrivals, when the visit is for an issue.
    let issues: IssueStore

    func find(_ id: Visit.ID, visibleTo member: Member) async throws -> Visit? {
        try await database.read { try Self.fetch($0, id, visibleTo: member) }
    }

    static func fetch(_ db: Database, _ id: Visit.ID, visibleTo member: Member) throws -> Visit? {
        try fetch(db, id).flatMap { Permissions.may(member, .seeVisit($0)) ? $0 : nil }
    }

    static func fetch(_ db: Database, _ id: Visit.ID) throws -> Visit? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT v.id, v.order_id, v.number, v.technician_id, v.state, v.version, o.project_id, o.department
                FROM visit v JOIN work_order o ON o.id = v.order_id WHERE v.id = ?
                """,
            arguments: [id])
        guard let row else { return nil }
        return Visit(
            id: try row.value("id"), orderID: try row.value("order_id"), projectID: try row.value("project_id"),
            number: try row.value("number"),
            technicianID: try row.value("technician_id"), department: try row.value("department"),
            state: try row.value("state"),
            version: try row.value("version"))
    }
}
