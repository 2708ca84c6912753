import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about follow-ups, but for the plan's and the content's own.
struct FollowUpStore: Sendable {
    let database: AppDatabase
    let books: BooksInForce

    var rulebook: Rulebook { books.rulebook }

    func find(_ id: Int) async throws -> FollowUp? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    func ofProject(_ project: Int) async throws -> [FollowUp] {
        try await database.read { db in try Self.fetchOfProject(db, project) }
    }

    static func fetch(_ db: Database, _ id: Int) throws -> FollowUp? {
        try Row.fetchOne(db, sql: "\(selection) WHERE f.id = ?", arguments: [id]).flatMap(FollowUp.init)
    }

    /// All of a project, in the order of its life.
    static func fetchOfProject(_ db: Database, _ project: Int) throws -> [FollowUp] {
        try Row.fetchAll(
            db, sql: "\(selection) WHERE f.project_id = ? ORDER BY f.opens_on, f.id", arguments: [project]
        ).compactMap(FollowUp.init)
    }

    static func markDone(_ db: Database, _ id: Int, on day: Day) throws {
        try db.cachedStatement(
            sql: """
                UPDATE follow_up SET state = 'done', done_on = ?, callback_at = NULL, version = version + 1
                WHERE id = ?
                """
        ).execute(arguments: [day, id])
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
    /// - Returns: nil for a row that the schema does not allow.
    init?(row: Row) {
        guard let state = StoredState(rawValue: row["state"]), let channel = Channel(rawValue: row["channel"]) else {
            return nil
        }
        id = row["id"]
        projectID = row["project_id"]
        projectNumber = row["project_number"]
        customerID = row["customer_id"]
        customerName = row["customer_name"]
        stage = row["stage"]
        self.channel = channel
        questionnaire = row["questionnaire"]
        opens = row["opens_on"]
        closes = row["closes_on"]
        isTentative = row["is_tentative"]
        reason = row["reason"]
        agentID = row["agent_id"]
        agentName = row["agent_name"]
        self.state = state
        callbackAt = row["callback_at"]
        doneOn = row["done_on"]
        excusedBecause = row["excused_because"]
        attempts = row["attempts"]
        version = row["version"]
    }
}
