import Foundation
import GRDB

/// The statements that touch sealed content. Only `RecordDoor` and the writing of sheets may call them; a test scans
/// the sources and fails when any other file names these columns.
enum SheetContentStore {
    static func revisions(_ db: Database, _ followUp: FollowUp.ID) throws -> [SheetRevision] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT r.number, r.saved_at, r.correction_reason, r.content, m.name AS saved_by
                FROM sheet_revision r JOIN member m ON m.id = r.saved_by
                WHERE r.follow_up_id = ? ORDER BY r.number
                """,
            arguments: [followUp]
        ) { row in
            SheetRevision(
                number: try row.value("number"), savedAt: try row.value("saved_at"), savedBy: try row.value("saved_by"),
                correctionReason: try row.value("correction_reason"), content: try decode(try row.value("content")))
        }
    }

    static func add(
        _ db: Database, _ content: SheetContent, to followUp: FollowUp.ID, number: Int, by member: Member.ID,
        at now: Date,
        because reason: String?
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO sheet_revision (follow_up_id, number, saved_at, saved_by, content, correction_reason)
                VALUES (:followUp, :number, :savedAt, :savedBy, :content, :correctionReason)
                """,
            arguments: [
                "followUp": followUp, "number": number, "savedAt": now, "savedBy": member,
                "content": try encode(content), "correctionReason": reason,
            ])
    }

    static func hasDraft(_ db: Database, _ followUp: FollowUp.ID, of member: Member.ID) throws -> Bool {
        try Bool.fetchOne(
            db, cached: "SELECT EXISTS (SELECT 1 FROM sheet_draft WHERE follow_up_id = ? AND member_id = ?)",
            arguments: [followUp, member]) ?? false
    }

    static func draft(_ db: Database, _ followUp: FollowUp.ID, of member: Member.ID) throws -> SheetDraft? {
        try StoredRow.fetchOne(
            db,
            cached: """
                SELECT content, saved_at, version, submission FROM sheet_draft
                WHERE follow_up_id = ? AND member_id = ?
                """,
            arguments: [followUp, member]
        ) {
            try SheetDraft(
                content: decode($0.value("content")), savedAt: $0.value("saved_at"), version: $0.value("version"),
                submission: $0.value("submission"))
        }
    }

    /// - Returns: the draft's version.
    static func keepDraft(
        _ db: Database, _ content: SheetContent, _ followUp: FollowUp.ID, of member: Member.ID, in window: SubmissionID,
        at now: Date
    ) throws -> Int {
        try Int.fetchOne(
            db,
            cached: """
                INSERT INTO sheet_draft (follow_up_id, member_id, saved_at, content, submission)
                VALUES (:followUp, :member, :savedAt, :content, :submission)
                ON CONFLICT (follow_up_id, member_id) DO UPDATE SET saved_at = excluded.saved_at,
                    content = excluded.content, submission = excluded.submission, version = version + 1
                RETURNING version
                """,
            arguments: [
                "followUp": followUp, "member": member, "savedAt": now, "content": try encode(content),
                "submission": window.text,
            ]) ?? 1
    }

    static func discardDrafts(_ db: Database, _ followUp: FollowUp.ID) throws {
        try db.execute(cached: "DELETE FROM sheet_draft WHERE follow_up_id = ?", arguments: [followUp])
    }

    private static func encode(_ content: SheetContent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }

    private static func decode(_ text: String) throws -> SheetContent {
        try JSONDecoder().decode(SheetContent.self, from: Data(text.utf8))
    }
}
