import GRDB

/// Version of a draft, to detect the same sheet being edited in two windows (UX-10).
extension Migrations {
    static func numberDrafts(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE sheet_draft ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
                -- The id of the filled form that it was typed in.
                ALTER TABLE sheet_draft ADD COLUMN submission TEXT NOT NULL DEFAULT '';
                """)
    }
}
