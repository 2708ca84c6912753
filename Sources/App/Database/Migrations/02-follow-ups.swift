import GRDB

/// The first tables: follow-ups, their sheets, and who may read them.
extension Migrations {
    static func createFollowUps(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE follow_up (
                    id INTEGER PRIMARY KEY,
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    plan_key TEXT NOT NULL,
                    stage TEXT NOT NULL,
                    channel TEXT NOT NULL CHECK (channel IN ('phone', 'visit', 'letter', 'sms')),
                    questionnaire TEXT NOT NULL,
                    opens_on TEXT NOT NULL,
                    closes_on TEXT NOT NULL,
                    is_tentative INTEGER NOT NULL DEFAULT 0 CHECK (is_tentative IN (0, 1)),
                    reason TEXT NOT NULL,
                    agent_id INTEGER NOT NULL REFERENCES member (id),
                    state TEXT NOT NULL DEFAULT 'owed'
                        CHECK (state IN ('owed', 'done', 'unreachable', 'not-applicable')),
                    callback_at TEXT,
                    done_on TEXT,
                    excused_because TEXT,
                    version INTEGER NOT NULL DEFAULT 1,
                    UNIQUE (project_id, plan_key),
                    CHECK (closes_on >= opens_on),
                    CHECK (callback_at IS NULL OR state = 'owed'),
                    CHECK ((state = 'done') = (done_on IS NOT NULL)),
                    CHECK ((state = 'not-applicable') = (excused_because IS NOT NULL))
                ) STRICT;
                CREATE INDEX follow_up_owed_by_agent ON follow_up (agent_id, opens_on, closes_on, id, callback_at)
                    WHERE state = 'owed' AND is_tentative = 0;
                CREATE INDEX follow_up_done_by_agent ON follow_up (agent_id, done_on) WHERE state = 'done';
                CREATE INDEX follow_up_callback_by_agent ON follow_up (agent_id, callback_at)
                    WHERE state = 'owed' AND callback_at IS NOT NULL;
                CREATE INDEX follow_up_callback ON follow_up (closes_on, id) WHERE callback_at IS NOT NULL;
                CREATE INDEX follow_up_unreachable ON follow_up (closes_on, id) WHERE state = 'unreachable';
                CREATE INDEX follow_up_by_agent ON follow_up (agent_id, state, closes_on, id);
                CREATE INDEX follow_up_by_agent_and_end ON follow_up (agent_id, closes_on, id);
                CREATE INDEX follow_up_by_end ON follow_up (closes_on, id);
                CREATE INDEX follow_up_by_state ON follow_up (state, closes_on, id);

                CREATE TABLE attempt (
                    id INTEGER PRIMARY KEY,
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id),
                    at TEXT NOT NULL,
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    outcome TEXT NOT NULL
                        CHECK (outcome IN ('no-answer', 'busy', 'wrong-number', 'refused', 'call-later')),
                    callback_at TEXT,
                    CHECK ((outcome = 'call-later') = (callback_at IS NOT NULL))
                ) STRICT;
                CREATE INDEX attempt_by_follow_up ON attempt (follow_up_id, at);
                CREATE INDEX attempt_by_member ON attempt (member_id, at);

                CREATE TABLE questionnaire (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL,
                    digest TEXT NOT NULL UNIQUE,
                    definition TEXT NOT NULL CHECK (json_valid(definition)),
                    since TEXT NOT NULL
                ) STRICT;

                CREATE TABLE sheet (
                    follow_up_id INTEGER PRIMARY KEY REFERENCES follow_up (id),
                    author_id INTEGER NOT NULL REFERENCES member (id),
                    questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id),
                    submitted_at TEXT NOT NULL,
                    seals_at TEXT NOT NULL,
                    filed_at TEXT,
                    filed_by INTEGER REFERENCES member (id),
                    version INTEGER NOT NULL DEFAULT 1,
                    CHECK ((filed_at IS NULL) = (filed_by IS NULL))
                ) STRICT;

                CREATE TABLE sheet_revision (
                    follow_up_id INTEGER NOT NULL REFERENCES sheet (follow_up_id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    saved_at TEXT NOT NULL,
                    saved_by INTEGER NOT NULL REFERENCES member (id),
                    content TEXT NOT NULL CHECK (json_valid(content)),
                    correction_reason TEXT,
                    PRIMARY KEY (follow_up_id, number),
                    CHECK ((number = 1) = (correction_reason IS NULL))
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE sheet_draft (
                    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id),
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    saved_at TEXT NOT NULL,
                    content TEXT NOT NULL CHECK (json_valid(content)),
                    PRIMARY KEY (follow_up_id, member_id)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    static func createAccess(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE access_request (
                    id INTEGER PRIMARY KEY,
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    follow_up_id INTEGER REFERENCES follow_up (id),
                    reason TEXT NOT NULL CHECK (length(reason) >= 10),
                    hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 168),
                    requested_at TEXT NOT NULL,
                    decided_at TEXT
                ) STRICT;
                CREATE INDEX access_request_pending ON access_request (requested_at) WHERE decided_at IS NULL;
                CREATE INDEX access_request_by_member ON access_request (member_id, requested_at);

                CREATE TABLE access_grant (
                    id INTEGER PRIMARY KEY,
                    request_id INTEGER NOT NULL UNIQUE REFERENCES access_request (id),
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    follow_up_id INTEGER REFERENCES follow_up (id),
                    granted_by INTEGER NOT NULL REFERENCES member (id),
                    granted_at TEXT NOT NULL,
                    expires_at TEXT NOT NULL,
                    remark TEXT NOT NULL DEFAULT '',
                    CHECK (granted_by <> member_id),
                    CHECK (expires_at > granted_at)
                ) STRICT;
                CREATE INDEX access_grant_by_member ON access_grant (member_id, project_id);

                CREATE TABLE access_refusal (
                    request_id INTEGER PRIMARY KEY REFERENCES access_request (id),
                    refused_by INTEGER NOT NULL REFERENCES member (id),
                    refused_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT;

                CREATE TABLE access_revocation (
                    grant_id INTEGER PRIMARY KEY REFERENCES access_grant (id),
                    revoked_by INTEGER NOT NULL REFERENCES member (id),
                    revoked_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT;
                """
        )
    }
}
