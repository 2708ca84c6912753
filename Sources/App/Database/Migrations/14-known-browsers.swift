import GRDB

/// Tables of known browsers, and of the slow lane that all others share (ACC-14).
extension Migrations {
    static func createKnownBrowsers(_ db: Database) throws {
        // Failures are kept for a day at most, so those of the old table need no migration.
        try db.execute(
            sql: """
                CREATE TABLE known_browser (
                    id INTEGER PRIMARY KEY,
                    token_hash TEXT NOT NULL CHECK (length(token_hash) > 0),
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    made_at TEXT NOT NULL,
                    seen_at TEXT NOT NULL,
                    UNIQUE (token_hash, member_id)
                ) STRICT;
                CREATE INDEX known_browser_by_member ON known_browser (member_id, seen_at);

                DROP TABLE sign_in_throttle;
                CREATE TABLE sign_in_throttle (
                    subject TEXT PRIMARY KEY,
                    failures INTEGER NOT NULL CHECK (failures >= 0),
                    last_failure_at TEXT NOT NULL,
                    turn_at TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX sign_in_throttle_by_age ON sign_in_throttle (last_failure_at);
                """)
    }
}
