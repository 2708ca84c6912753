import GRDB

/// Index for the month's list of feedback, and access requests and grants for a single feedback (ACC-4, FBK-5).
extension Migrations {
    static func openFeedbackToRequests(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX feedback_by_day ON feedback (received_on, id);
                CREATE INDEX feedback_link_by_time ON feedback_link (made_at);

                ALTER TABLE access_request ADD COLUMN feedback_id INTEGER REFERENCES feedback (id)
                    CHECK (feedback_id IS NULL OR follow_up_id IS NULL);
                ALTER TABLE access_grant ADD COLUMN feedback_id INTEGER REFERENCES feedback (id)
                    CHECK (feedback_id IS NULL OR follow_up_id IS NULL);
                """)
    }
}
