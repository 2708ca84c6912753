import GRDB

/// Table of project events that a follow-up may answer, whichever feature raised them (CAD-1).
extension Migrations {
    static func createProjectEvents(_ db: Database) throws {
        try db.execute(
            sql: """
                -- The id tells events of one name apart and becomes a part of the follow-up's key: it never changes.
                CREATE TABLE project_event (
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    id TEXT NOT NULL CHECK (length(id) > 0),
                    day TEXT NOT NULL,
                    raised_by INTEGER REFERENCES member (id),
                    raised_at TEXT NOT NULL,
                    PRIMARY KEY (project_id, name, id)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
