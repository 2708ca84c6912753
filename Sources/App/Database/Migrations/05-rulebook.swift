import GRDB

/// Tables of rulebook versions, of the calendar, and of the replanning that a change of either needs.
extension Migrations {
    static func createBooks(_ db: Database) throws {
        try db.execute(
            sql: """
                -- The latest one is in force; putting an older one back makes a new row.
                CREATE TABLE rulebook_version (
                    id INTEGER PRIMARY KEY,
                    yaml TEXT NOT NULL CHECK (length(yaml) > 0),
                    since TEXT NOT NULL,
                    put_by INTEGER REFERENCES member (id),
                    reason TEXT NOT NULL
                ) STRICT;

                -- A sound rulebook that somebody wants to put into force, and the version that it became.
                CREATE TABLE rulebook_proposal (
                    id INTEGER PRIMARY KEY,
                    yaml TEXT NOT NULL CHECK (length(yaml) > 0),
                    proposed_at TEXT NOT NULL,
                    proposed_by INTEGER NOT NULL REFERENCES member (id),
                    version_id INTEGER REFERENCES rulebook_version (id)
                ) STRICT;

                -- What a proposal would change for the projects in hand, as far as they have been looked at.
                CREATE TABLE rulebook_comparison (
                    proposal_id INTEGER PRIMARY KEY REFERENCES rulebook_proposal (id),
                    version_id INTEGER NOT NULL REFERENCES rulebook_version (id),
                    last_project_id INTEGER NOT NULL DEFAULT 0,
                    projects INTEGER NOT NULL,
                    compared INTEGER NOT NULL DEFAULT 0,
                    affected INTEGER NOT NULL DEFAULT 0,
                    added INTEGER NOT NULL DEFAULT 0,
                    moved INTEGER NOT NULL DEFAULT 0,
                    removed INTEGER NOT NULL DEFAULT 0,
                    overdue INTEGER NOT NULL DEFAULT 0,
                    examples TEXT NOT NULL DEFAULT '[]',
                    is_finished INTEGER NOT NULL DEFAULT 0 CHECK (is_finished IN (0, 1))
                ) STRICT;

                -- What was decided about a year's days off; the latest row of a year counts. Without days the statutory
                -- ones are computed.
                CREATE TABLE year_arrangement (
                    id INTEGER PRIMARY KEY,
                    year INTEGER NOT NULL,
                    days_off TEXT,
                    working_days TEXT,
                    decided_at TEXT NOT NULL,
                    decided_by INTEGER NOT NULL REFERENCES member (id),
                    CHECK ((days_off IS NULL) = (working_days IS NULL))
                ) STRICT;
                CREATE INDEX year_arrangement_by_year ON year_arrangement (year, id);

                -- All projects planned anew, one after the other in order of their ids.
                CREATE TABLE replanning (
                    id INTEGER PRIMARY KEY,
                    started_at TEXT NOT NULL,
                    last_project_id INTEGER NOT NULL DEFAULT 0,
                    until_project_id INTEGER NOT NULL,
                    projects INTEGER NOT NULL,
                    planned INTEGER NOT NULL DEFAULT 0,
                    added INTEGER NOT NULL DEFAULT 0,
                    moved INTEGER NOT NULL DEFAULT 0,
                    removed INTEGER NOT NULL DEFAULT 0,
                    finished_at TEXT
                ) STRICT;
                CREATE INDEX replanning_unfinished ON replanning (id) WHERE finished_at IS NULL;

                INSERT INTO rulebook_version (id, yaml, since, put_by, reason)
                    SELECT 1, rulebook, created_at, NULL, '' FROM company;
                ALTER TABLE company DROP COLUMN rulebook;
                """
        )
    }
}
