import GRDB

extension Migrations {
    /// When a one-time password's lifetime began; for those still waiting it begins now.
    static func limitOneTimePasswords(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE member ADD COLUMN one_time_since TEXT;
                UPDATE member SET one_time_since = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE must_change_password = 1;
                """)
    }

    static func indexPhotographsBySender(_ db: Database) throws {
        try db.execute(sql: "CREATE INDEX photograph_by_sender ON photograph (added_by, added_at, bytes)")
    }

    static func indexTrail(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX audit_entry_by_moment ON audit_entry (at, id);
                CREATE INDEX audit_entry_by_kind ON audit_entry (subject_kind, id);
                CREATE INDEX audit_entry_by_project ON audit_entry (project_id, id) WHERE project_id IS NOT NULL;
                """)
    }
}
