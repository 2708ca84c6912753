import GRDB

/// Tables of issues: the issue with the columns that lists need, and each of its steps as a row (ISS-1 to ISS-8).
extension Migrations {
    static func createIssues(_ db: Database) throws {
        try db.execute(
            sql: """
                -- What a rulebook promised when an issue was raised; its clock goes by that whatever is changed later.
                CREATE TABLE issue_terms (
                    id INTEGER PRIMARY KEY,
                    terms TEXT NOT NULL UNIQUE CHECK (json_valid(terms))
                ) STRICT;

                CREATE TABLE issue (
                    id INTEGER PRIMARY KEY,
                    number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
                    -- Nobody known may have raised it: then the caller's own words say who it was.
                    customer_id INTEGER REFERENCES customer (id),
                    project_id INTEGER REFERENCES project (id),
                    source TEXT NOT NULL CHECK (source IN
                        ('follow-up', 'visit', 'call', 'in-person', 'writing', 'web', 'feedback')),
                    -- The follow-up, the visit, the message it came from; which table it is in, the source says.
                    source_id INTEGER,
                    words TEXT NOT NULL CHECK (length(words) > 0),
                    caller_name TEXT NOT NULL DEFAULT '',
                    caller_phone TEXT NOT NULL DEFAULT '',
                    is_complaint INTEGER NOT NULL CHECK (is_complaint IN (0, 1)),
                    category TEXT,
                    urgency TEXT NOT NULL CHECK (urgency IN ('ordinary', 'water-electricity')),
                    department TEXT,
                    -- Whom it is about: who had that duty on the day (ARC-2).
                    duty TEXT,
                    concerned_id INTEGER REFERENCES member (id),
                    -- Who took it first, and who sees it through now (首问负责).
                    taken_by INTEGER REFERENCES member (id),
                    owner_id INTEGER REFERENCES member (id),
                    raised_at TEXT NOT NULL,
                    terms_id INTEGER NOT NULL REFERENCES issue_terms (id),
                    state TEXT NOT NULL,
                    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
                    -- Raised before, or to several departments (ISS-5).
                    is_important INTEGER NOT NULL DEFAULT 0 CHECK (is_important IN (0, 1)),
                    -- The deadline that comes next, as the events say it; none while it waits for somebody else.
                    due_at TEXT,
                    due_for TEXT,
                    -- When the next deadline is missed if nothing happens until then; the round looks for these.
                    miss_at TEXT,
                    misses INTEGER NOT NULL DEFAULT 0,
                    version INTEGER NOT NULL DEFAULT 1,
                    CHECK ((duty IS NULL) = (concerned_id IS NULL))
                ) STRICT;
                CREATE INDEX issue_open_by_department ON issue (department, state, due_at, id) WHERE is_open = 1;
                CREATE INDEX issue_open_by_owner ON issue (owner_id, due_at, id) WHERE is_open = 1;
                CREATE INDEX issue_open_by_due ON issue (due_at, id) WHERE is_open = 1;
                CREATE INDEX issue_to_miss ON issue (miss_at) WHERE miss_at IS NOT NULL;
                CREATE INDEX issue_missed ON issue (misses, id) WHERE is_open = 1 AND misses > 0;
                CREATE INDEX issue_by_state ON issue (state, raised_at, id);
                CREATE INDEX issue_by_department ON issue (department, raised_at, id);
                CREATE INDEX issue_by_raised ON issue (raised_at, id);
                CREATE INDEX issue_by_owner ON issue (owner_id, raised_at, id);
                CREATE INDEX issue_by_project ON issue (project_id, category, id);
                CREATE INDEX issue_by_customer ON issue (customer_id, raised_at);
                CREATE INDEX issue_by_source ON issue (source, source_id) WHERE source_id IS NOT NULL;
                CREATE INDEX issue_complaint_by_concerned ON issue (concerned_id, raised_at)
                    WHERE is_complaint = 1 AND concerned_id IS NOT NULL;

                -- Every step: who, when, why. Nothing in here is ever changed or removed (ISS-4).
                CREATE TABLE issue_event (
                    issue_id INTEGER NOT NULL REFERENCES issue (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    kind TEXT NOT NULL,
                    at TEXT NOT NULL,
                    by_id INTEGER REFERENCES member (id),
                    text TEXT NOT NULL DEFAULT '',
                    category TEXT,
                    department TEXT,
                    -- What was said of two: ours or not, content or not; which of several reasons.
                    answer TEXT,
                    promised_at TEXT,
                    amount_fen INTEGER CHECK (amount_fen >= 0),
                    member_id INTEGER REFERENCES member (id),
                    order_id INTEGER REFERENCES work_order (id),
                    PRIMARY KEY (issue_id, number)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX issue_event_by_order ON issue_event (order_id) WHERE order_id IS NOT NULL;

                -- A deadline that passed, and who was told: the manager first, then the executive (ISS-3).
                CREATE TABLE issue_miss (
                    issue_id INTEGER NOT NULL REFERENCES issue (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    due_for TEXT NOT NULL,
                    due_at TEXT NOT NULL,
                    told TEXT NOT NULL CHECK (told IN ('manager', 'executive')),
                    noted_at TEXT NOT NULL,
                    PRIMARY KEY (issue_id, number)
                ) STRICT, WITHOUT ROWID;

                -- The same problem, raised before (ISS-5).
                CREATE TABLE issue_link (
                    issue_id INTEGER NOT NULL REFERENCES issue (id),
                    earlier_id INTEGER NOT NULL REFERENCES issue (id),
                    PRIMARY KEY (issue_id, earlier_id),
                    CHECK (earlier_id < issue_id)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX issue_link_by_earlier ON issue_link (earlier_id);
                """)
    }
}
