import Foundation
import GRDB
import Rulebooks

/// Every statement about sheets except for their sealed content, which is behind `RecordDoor`.
extension SheetStore {
    /// The metadata of a sheet.
    static func facts(_ db: Database, _ followUp: FollowUp.ID, at now: Date) throws -> SheetFacts? {
        try StoredRow.fetchOne(
            db,
            cached: """
                SELECT s.*, f.project_id, m.name AS author_name,
                    (SELECT max(number) FROM sheet_revision r WHERE r.follow_up_id = s.follow_up_id) AS revisions
                FROM sheet s JOIN follow_up f ON f.id = s.follow_up_id JOIN member m ON m.id = s.author_id
                WHERE s.follow_up_id = ?
                """,
            arguments: [followUp]
        ) { try SheetFacts(row: $0, at: now) }
    }

    /// The id of a stored questionnaire; the same wording shares a row (FUP-6).
    static func keep(_ questionnaire: Questionnaire, _ db: Database, at now: Date) throws -> Int {
        let digest = questionnaire.digest
        let known = try Int.fetchOne(db, cached: "SELECT id FROM questionnaire WHERE digest = ?", arguments: [digest])
        if let known { return known }
        try db.execute(
            cached: "INSERT INTO questionnaire (name, digest, definition, since) VALUES (?, ?, ?, ?)",
            arguments: [questionnaire.id, digest, questionnaire.canonicalJSON, now])
        return Int(db.lastInsertedRowID)
    }

    /// The questionnaire that a sheet was filled with.
    static func questionnaire(_ db: Database, of followUp: FollowUp.ID) throws -> Questionnaire? {
        let definition = try String.fetchOne(
            db,
            cached: """
                SELECT q.definition FROM questionnaire q JOIN sheet s ON s.questionnaire_id = q.id
                WHERE s.follow_up_id = ?
                """,
            arguments: [followUp])
        return try definition.map { try JSONDecoder().decode(Questionnaire.self, from: Data($0.utf8)) }
    }

    /// Seals a sheet now, before its weekly deadline (ACC-3).
    static func file(_ db: Database, _ followUp: FollowUp.ID, by member: Member.ID, at now: Date) throws {
        try db.execute(
            cached: """
                UPDATE sheet SET filed_at = ?, filed_by = ?, version = version + 1
                WHERE follow_up_id = ? AND filed_at IS NULL
                """,
            arguments: [now, member, followUp])
    }

    static func insert(
        _ db: Database, _ followUp: FollowUp.ID, author: Member.ID, questionnaire: Int, at now: Date, sealsAt: Date
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO sheet (follow_up_id, author_id, questionnaire_id, submitted_at, seals_at)
                VALUES (:followUp, :author, :questionnaire, :submittedAt, :sealsAt)
                """,
            arguments: [
                "followUp": followUp, "author": author, "questionnaire": questionnaire, "submittedAt": now,
                "sealsAt": sealsAt,
            ])
    }

    /// - Returns: false when the stored version is another.
    static func advance(_ db: Database, _ followUp: FollowUp.ID, version: Int) throws -> Bool {
        try db.execute(
            cached: "UPDATE sheet SET version = version + 1 WHERE follow_up_id = ? AND version = ?",
            arguments: [followUp, version])
        return db.changesCount == 1
    }
}

extension SheetFacts {
    init(row: StoredRow, at now: Date) throws {
        followUpID = try row.value("follow_up_id")
        projectID = try row.value("project_id")
        authorID = try row.value("author_id")
        authorName = try row.value("author_name")
        submittedAt = try row.value("submitted_at")
        sealsAt = try row.value("seals_at")
        filedAt = try row.value("filed_at")
        revisions = try row.value("revisions") ?? 0
        version = try row.value("version")
        isSealed = filedAt != nil || now >= sealsAt
    }
}
