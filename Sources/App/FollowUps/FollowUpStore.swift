import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about follow-ups, except those about plans and sheets.
struct FollowUpStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    var rulebook: Rulebook { rules.rulebook }

    func find(_ id: FollowUp.ID) async throws -> FollowUp? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    func ofProject(_ project: Project.ID) async throws -> [FollowUp] {
        try await database.read { db in try Self.fetchOfProject(db, project) }
    }

    static func fetch(_ db: Database, _ id: FollowUp.ID) throws -> FollowUp? {
        try StoredRow.fetchOne(db, cached: "\(selection) WHERE f.id = ?", arguments: [id], as: FollowUp.init)
    }

    /// All follow-ups of a project, by date.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [FollowUp] {
        try StoredRow.fetchAll(
            db, cached: "\(selection) WHERE f.project_id = ? ORDER BY f.opens_on, f.id", arguments: [project],
            as: FollowUp.init)
    }

    static func markDone(_ db: Database, _ id: FollowUp.ID, on day: Day) throws {
        try db.execute(
            cached: """
                UPDATE follow_up SET state = 'done', done_on = ?, callback_at = NULL, version = version + 1
                WHERE id = ?
                """,
            arguments: [day, id])
    }

    static let selection = """
        SELECT f.*, p.number AS project_number, p.customer_id, c.name AS customer_name, m.name AS agent_name,
            (SELECT count(*) FROM attempt a WHERE a.follow_up_id = f.id) AS attempts
        FROM follow_up f
        JOIN project p ON p.id = f.project_id
        JOIN customer c ON c.id = p.customer_id
        JOIN member m ON m.id = f.agent_id
        """
}

extension FollowUp {
    init(row: StoredRow) throws {
        id = try row.value("id")
        projectID = try row.value("project_id")
        projectNumber = try row.value("project_number")
        customerID = try row.value("customer_id")
        customerName = try row.value("customer_name")
        stage = try row.value("stage")
        channel = try row.value("channel")
        questionnaire = try row.value("questionnaire")
        opens = try row.value("opens_on")
        closes = try row.value("closes_on")
        isTentative = try row.value("is_tentative")
        reason = try row.value("reason")
        agentID = try row.value("agent_id")
        agentName = try row.value("agent_name")
        state = try row.value("state")
        callbackAt = try row.value("callback_at")
        doneOn = try row.value("done_on")
        excusedBecause = try row.value("excused_because")
        attempts = try row.value("attempts")
        version = try row.value("version")
    }
}
