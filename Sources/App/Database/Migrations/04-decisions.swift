import GRDB

/// Tables of decisions about follow-ups: reinstatements, excuses, handovers.
extension Migrations {
    /// Until now only the audit trail knew who had excused a follow-up or reinstated it, and when.
    static func createDecisions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE reinstatement (
                    id INTEGER PRIMARY KEY,
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
                    reinstated_by INTEGER NOT NULL REFERENCES member (id),
                    reinstated_at TEXT NOT NULL,
                    note TEXT NOT NULL DEFAULT ''
                ) STRICT;
                CREATE INDEX reinstatement_by_follow_up ON reinstatement (follow_up_id, reinstated_at);

                CREATE TABLE excuse_request (
                    id INTEGER PRIMARY KEY,
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    reason TEXT NOT NULL CHECK (length(reason) > 0),
                    requested_at TEXT NOT NULL,
                    decided_at TEXT
                ) STRICT;
                CREATE INDEX excuse_request_by_follow_up ON excuse_request (follow_up_id);
                CREATE UNIQUE INDEX excuse_request_pending ON excuse_request (follow_up_id) WHERE decided_at IS NULL;

                CREATE TABLE excuse_refusal (
                    request_id INTEGER NOT NULL PRIMARY KEY REFERENCES excuse_request (id) ON DELETE CASCADE,
                    refused_by INTEGER NOT NULL REFERENCES member (id),
                    refused_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE excuse (
                    id INTEGER PRIMARY KEY,
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
                    request_id INTEGER UNIQUE REFERENCES excuse_request (id) ON DELETE CASCADE,
                    excused_by INTEGER NOT NULL REFERENCES member (id),
                    excused_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT;
                CREATE INDEX excuse_by_follow_up ON excuse (follow_up_id);

                -- How the latest attempt ended, since the call was last handed back or over.
                ALTER TABLE follow_up ADD COLUMN last_outcome TEXT
                    CHECK (last_outcome IN ('no-answer', 'busy', 'wrong-number', 'refused', 'call-later'));
                CREATE INDEX follow_up_refused ON follow_up (closes_on, id) WHERE last_outcome = 'refused';
                """)
        try takeDecisionsFromTheTrail(db)
    }

    private static func takeDecisionsFromTheTrail(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO reinstatement (follow_up_id, reinstated_by, reinstated_at)
                SELECT e.subject_id, e.member_id, e.at FROM audit_entry e JOIN follow_up f ON f.id = e.subject_id
                WHERE e.action = 'follow-up-reinstated' AND e.member_id IS NOT NULL ORDER BY e.id;

                INSERT INTO excuse (follow_up_id, excused_by, excused_at, reason)
                SELECT f.id, e.member_id, e.at, f.excused_because FROM follow_up f JOIN audit_entry e ON e.id = (
                    SELECT max(id) FROM audit_entry WHERE subject_kind = 'follow-up' AND subject_id = f.id
                        AND action = 'follow-up-excused')
                WHERE f.state = 'not-applicable' AND f.excused_because <> 'plan-changed' AND e.member_id IS NOT NULL;

                UPDATE follow_up SET last_outcome = (
                    SELECT a.outcome FROM attempt a WHERE a.follow_up_id = follow_up.id AND a.at > ifnull(
                        (SELECT max(reinstated_at) FROM reinstatement r WHERE r.follow_up_id = follow_up.id), '')
                    ORDER BY a.at DESC, a.id DESC LIMIT 1);
                """)
    }

    static func createHandovers(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE handover (
                    id INTEGER PRIMARY KEY,
                    from_id INTEGER NOT NULL REFERENCES member (id),
                    decided_by INTEGER NOT NULL REFERENCES member (id),
                    decided_at TEXT NOT NULL,
                    extent TEXT NOT NULL CHECK (extent IN ('for-good', 'all-calls', 'days', 'one-call')),
                    due_from TEXT,
                    due_until TEXT,
                    reason TEXT NOT NULL CHECK (length(reason) > 0),
                    -- What was planned after it has a higher number.
                    last_follow_up_id INTEGER NOT NULL,
                    CHECK ((extent = 'days') = (due_from IS NOT NULL)),
                    CHECK ((extent = 'days') = (due_until IS NOT NULL)),
                    CHECK (due_until >= due_from)
                ) STRICT;
                CREATE INDEX handover_by_member ON handover (from_id, id);

                CREATE TABLE handover_item (
                    handover_id INTEGER NOT NULL REFERENCES handover (id),
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
                    to_id INTEGER NOT NULL REFERENCES member (id),
                    -- Whether the reversal took it back.
                    is_returned INTEGER NOT NULL DEFAULT 0 CHECK (is_returned IN (0, 1)),
                    PRIMARY KEY (handover_id, follow_up_id)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX handover_item_by_follow_up ON handover_item (follow_up_id);

                CREATE TABLE handover_project (
                    handover_id INTEGER NOT NULL REFERENCES handover (id),
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    to_id INTEGER NOT NULL REFERENCES member (id),
                    PRIMARY KEY (handover_id, project_id)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE handover_reversal (
                    handover_id INTEGER PRIMARY KEY REFERENCES handover (id),
                    reversed_by INTEGER NOT NULL REFERENCES member (id),
                    reversed_at TEXT NOT NULL,
                    returned INTEGER NOT NULL,
                    stayed INTEGER NOT NULL,
                    projects_returned INTEGER NOT NULL,
                    projects_stayed INTEGER NOT NULL
                ) STRICT;

                CREATE INDEX project_by_agent ON project (agent_id);
                """)
    }
}
