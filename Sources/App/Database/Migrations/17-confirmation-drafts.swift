import GRDB

/// Drafts of the customer's confirmation, kept while another step is done first (UX-10).
extension Migrations {
    static func keepConfirmationDrafts(_ db: Database) throws {
        try db.execute(
            sql: """
                -- As it was typed, with the version of the report that it was typed under.
                ALTER TABLE service_report ADD COLUMN confirmation_draft TEXT
                    CHECK (confirmation_draft IS NULL OR json_valid(confirmation_draft));
                """)
    }
}
