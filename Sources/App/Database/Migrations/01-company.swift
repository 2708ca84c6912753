import GRDB

/// The first tables: the company, its staff, audit trail, customers and projects.
extension Migrations {
    static func createCompany(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE company (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    time_zone TEXT NOT NULL,
                    rulebook TEXT NOT NULL,
                    created_at TEXT NOT NULL
                ) STRICT;

                CREATE TABLE member (
                    id INTEGER PRIMARY KEY,
                    username TEXT UNIQUE COLLATE NOCASE,
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    password_hash TEXT,
                    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
                    locked_at TEXT,
                    created_at TEXT NOT NULL,
                    version INTEGER NOT NULL DEFAULT 1
                ) STRICT;

                CREATE TABLE member_role (
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    role TEXT NOT NULL CHECK (role IN
                        ('administrator', 'agent', 'technician', 'manager', 'executive', 'finance')),
                    PRIMARY KEY (member_id, role)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE session (
                    id INTEGER PRIMARY KEY,
                    token_hash TEXT NOT NULL UNIQUE,
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    started_at TEXT NOT NULL,
                    seen_at TEXT NOT NULL,
                    ended_at TEXT,
                    address TEXT NOT NULL,
                    browser TEXT NOT NULL
                ) STRICT;
                CREATE INDEX session_by_member ON session (member_id, ended_at);

                CREATE TABLE sign_in_throttle (
                    subject TEXT PRIMARY KEY,
                    failures INTEGER NOT NULL,
                    last_failure_at TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    static func createAuditTrail(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE audit_entry (
                    id INTEGER PRIMARY KEY,
                    at TEXT NOT NULL,
                    member_id INTEGER REFERENCES member (id),
                    action TEXT NOT NULL,
                    subject_kind TEXT NOT NULL,
                    subject_id INTEGER,
                    project_id INTEGER,
                    grant_id INTEGER,
                    address TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    hash TEXT NOT NULL UNIQUE
                ) STRICT;
                CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject_id, id);
                CREATE INDEX audit_entry_by_member ON audit_entry (member_id, id);
                CREATE INDEX audit_entry_by_action ON audit_entry (action, id);
                CREATE TRIGGER audit_entry_never_replaced BEFORE INSERT ON audit_entry
                    WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id >= NEW.id OR hash = NEW.hash)
                    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
                CREATE TRIGGER audit_entry_never_updated BEFORE UPDATE ON audit_entry
                    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
                CREATE TRIGGER audit_entry_never_deleted BEFORE DELETE ON audit_entry
                    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

                CREATE TABLE submission (
                    id TEXT NOT NULL CHECK (length(id) BETWEEN 16 AND 64),
                    member_id INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    location TEXT NOT NULL,
                    PRIMARY KEY (member_id, id)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    static func createProjects(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE customer (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    form_of_address TEXT NOT NULL CHECK (form_of_address IN ('mr', 'ms', 'none')),
                    address TEXT NOT NULL DEFAULT '',
                    grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C')),
                    is_key INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),
                    agrees_to_sms INTEGER NOT NULL DEFAULT 0 CHECK (agrees_to_sms IN (0, 1)),
                    notes TEXT NOT NULL DEFAULT '',
                    created_at TEXT NOT NULL,
                    created_by INTEGER NOT NULL REFERENCES member (id),
                    version INTEGER NOT NULL DEFAULT 1
                ) STRICT;

                CREATE TABLE customer_phone (
                    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    number TEXT NOT NULL,
                    digits TEXT NOT NULL,
                    PRIMARY KEY (customer_id, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX customer_phone_by_digits ON customer_phone (digits);

                -- What customers are found by: `text` holds the searchable words of a customer and all its projects, one a
                -- line; `customer_gram` indexes every one, two and three characters of it, and the tags.
                CREATE TABLE customer_search (
                    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
                    text TEXT NOT NULL,
                    tags TEXT NOT NULL
                ) STRICT;
                CREATE VIRTUAL TABLE customer_gram USING fts5 (
                    grams, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii'
                );

                CREATE TABLE customer_contact (
                    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    PRIMARY KEY (customer_id, member_id)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE project (
                    id INTEGER PRIMARY KEY,
                    number TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(number) > 0),
                    customer_id INTEGER NOT NULL REFERENCES customer (id),
                    agent_id INTEGER NOT NULL REFERENCES member (id),
                    kind TEXT NOT NULL,
                    site_address TEXT NOT NULL DEFAULT '',
                    product_model TEXT NOT NULL DEFAULT '',
                    serial_number TEXT NOT NULL DEFAULT '',
                    warranty_until_override TEXT,
                    registered_on TEXT NOT NULL,
                    planned_until TEXT NOT NULL,
                    created_at TEXT NOT NULL,
                    version INTEGER NOT NULL DEFAULT 1,
                    milestones_version INTEGER NOT NULL DEFAULT 1
                ) STRICT;
                CREATE INDEX project_by_customer ON project (customer_id);
                CREATE INDEX project_by_planned_until ON project (planned_until);

                CREATE TABLE milestone (
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    kind TEXT NOT NULL,
                    planned_on TEXT,
                    happened_on TEXT,
                    handled_by TEXT CHECK (handled_by IN ('customer', 'other')),
                    PRIMARY KEY (project_id, kind),
                    CHECK (planned_on IS NOT NULL OR happened_on IS NOT NULL)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE assignment (
                    id INTEGER PRIMARY KEY,
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    duty TEXT NOT NULL CHECK (duty IN ('designer', 'inspector', 'project-manager', 'foreman')),
                    member_id INTEGER NOT NULL REFERENCES member (id),
                    since TEXT NOT NULL,
                    until TEXT,
                    version INTEGER NOT NULL DEFAULT 1,
                    CHECK (until IS NULL OR until >= since)
                ) STRICT;
                CREATE INDEX assignment_by_project ON assignment (project_id, duty, since);
                CREATE INDEX assignment_by_member ON assignment (member_id);
                """
        )
    }
}
