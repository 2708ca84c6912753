import GRDB

/// Tables of enquiries from the web, and of the steps taken about each (WEB-1, WEB-2).
extension Migrations {
    static func createDesk(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE enquiry (
                    id INTEGER PRIMARY KEY,
                    number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    phone TEXT NOT NULL CHECK (length(phone) > 0),
                    address TEXT NOT NULL,
                    words TEXT NOT NULL CHECK (length(words) > 0),
                    received_at TEXT NOT NULL,
                    -- By when a reply is owed, and when there was one.
                    due_at TEXT NOT NULL,
                    answered_at TEXT,
                    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
                        ('waiting', 'answered', 'appointment', 'potential', 'customer', 'closed')),
                    appointment_at TEXT,
                    branch TEXT NOT NULL DEFAULT '',
                    -- The day of the second follow-up by the branch.
                    follow_up_on TEXT,
                    customer_id INTEGER REFERENCES customer (id),
                    CHECK ((state = 'customer') = (customer_id IS NOT NULL))
                ) STRICT;
                CREATE INDEX enquiry_by_state ON enquiry (state, due_at, id);
                CREATE INDEX enquiry_unanswered ON enquiry (due_at, id) WHERE answered_at IS NULL AND state <> 'closed';

                CREATE TABLE enquiry_step (
                    enquiry_id INTEGER NOT NULL REFERENCES enquiry (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    kind TEXT NOT NULL,
                    by_id INTEGER NOT NULL REFERENCES member (id),
                    at TEXT NOT NULL,
                    text TEXT NOT NULL,
                    PRIMARY KEY (enquiry_id, number)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// Index for lists of open enquiries, and of those in one state by number.
    static func indexOpenEnquiries(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX enquiry_by_state;
                DROP INDEX enquiry_unanswered;
                CREATE INDEX enquiry_by_state ON enquiry (state, id);
                CREATE INDEX enquiry_open ON enquiry (id)
                    WHERE state IN ('waiting', 'answered', 'appointment', 'potential');
                """)
    }
}
