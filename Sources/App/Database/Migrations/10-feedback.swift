import GRDB

/// Tables of customer feedback: links, facts, and the content apart from the facts (FBK-1 to FBK-5).
extension Migrations {
    static func createFeedback(_ db: Database) throws {
        try db.execute(
            sql: """
                -- A link for one project. Its token is made of the nonce and the company's key, so that a card can be
                -- printed again, and a copy of this database opens nothing.
                CREATE TABLE feedback_link (
                    id INTEGER PRIMARY KEY,
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    nonce TEXT NOT NULL UNIQUE CHECK (length(nonce) >= 16),
                    token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
                    made_by INTEGER NOT NULL REFERENCES member (id),
                    made_at TEXT NOT NULL,
                    expires_at TEXT NOT NULL,
                    used_at TEXT,
                    revoked_at TEXT,
                    revoked_by INTEGER REFERENCES member (id),
                    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
                    CHECK (expires_at > made_at)
                ) STRICT;
                CREATE INDEX feedback_link_by_project ON feedback_link (project_id, id);
                -- The old one dies when another is made.
                CREATE UNIQUE INDEX feedback_link_alive ON feedback_link (project_id)
                    WHERE used_at IS NULL AND revoked_at IS NULL;

                CREATE INDEX milestone_by_kind ON milestone (kind, happened_on);

                CREATE TABLE feedback (
                    id INTEGER PRIMARY KEY,
                    number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    link_id INTEGER UNIQUE REFERENCES feedback_link (id),
                    channel TEXT NOT NULL CHECK (channel IN ('link', 'phone', 'letter', 'on-site', 'fax', 'e-mail')),
                    -- The day on which the customer said it; a paper form is entered later.
                    received_on TEXT NOT NULL,
                    submitted_at TEXT NOT NULL,
                    entered_by INTEGER REFERENCES member (id),
                    seals_at TEXT NOT NULL,
                    issue_id INTEGER REFERENCES issue (id),
                    CHECK ((channel = 'link') = (link_id IS NOT NULL)),
                    CHECK ((channel = 'link') = (entered_by IS NULL))
                ) STRICT;
                CREATE INDEX feedback_by_project ON feedback (project_id, id);

                -- What was said; only the door to it selects from here (ACC-2).
                CREATE TABLE feedback_content (
                    feedback_id INTEGER PRIMARY KEY REFERENCES feedback (id),
                    ratings TEXT NOT NULL CHECK (json_valid(ratings)),
                    recommends TEXT CHECK (recommends IN ('yes', 'no')),
                    problems TEXT NOT NULL,
                    suggestions TEXT NOT NULL,
                    wants_call INTEGER NOT NULL CHECK (wants_call IN (0, 1)),
                    call_when TEXT NOT NULL
                ) STRICT;
                CREATE TABLE feedback_addition (
                    feedback_id INTEGER NOT NULL REFERENCES feedback (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    words TEXT NOT NULL CHECK (length(words) > 0),
                    added_at TEXT NOT NULL,
                    PRIMARY KEY (feedback_id, number)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
