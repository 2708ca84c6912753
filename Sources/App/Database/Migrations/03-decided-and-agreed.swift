import GRDB

/// Indexes for lists that had been sorted in full for every page.
extension Migrations {
    static func indexDecidedAndAgreed(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX access_request_decided ON access_request (decided_at) WHERE decided_at IS NOT NULL;
                CREATE INDEX access_request_decided_by_member ON access_request (member_id, decided_at, requested_at);
                CREATE INDEX follow_up_agreed_by_agent ON follow_up (agent_id, closes_on, id)
                    WHERE callback_at IS NOT NULL;
                """
        )
    }
}
