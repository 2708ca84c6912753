import GRDB

/// Tables of work orders and visits: the request, its approvals, who goes and when (SVC-1, SVC-2).
extension Migrations {
    static func createWorkOrders(_ db: Database) throws {
        try db.execute(
            sql: """
                -- The id of one of the rulebook's departments; a manager answers for it.
                ALTER TABLE member ADD COLUMN department TEXT;

                -- What was delivered or installed in a project (ARC-2). A part that was taken out stays, with the day.
                CREATE TABLE equipment (
                    id INTEGER PRIMARY KEY,
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    model TEXT NOT NULL DEFAULT '',
                    serial_number TEXT NOT NULL DEFAULT '',
                    purchased_on TEXT,
                    installed_on TEXT,
                    warranty_until TEXT,
                    removed_on TEXT,
                    created_at TEXT NOT NULL,
                    version INTEGER NOT NULL DEFAULT 1,
                    CHECK (length(model) + length(serial_number) > 0)
                ) STRICT;
                CREATE INDEX equipment_by_project ON equipment (project_id);
                CREATE UNIQUE INDEX equipment_by_serial ON equipment (serial_number COLLATE NOCASE)
                    WHERE serial_number <> '' AND removed_on IS NULL;

                CREATE TABLE work_order (
                    id INTEGER PRIMARY KEY,
                    number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
                    project_id INTEGER NOT NULL REFERENCES project (id),
                    equipment_id INTEGER REFERENCES equipment (id),
                    kind TEXT NOT NULL CHECK (kind IN ('survey', 'installation', 'repair', 'inspection')),
                    department TEXT NOT NULL,
                    -- Water and electricity have the shorter deadline (ISS-3).
                    urgency TEXT NOT NULL CHECK (urgency IN ('ordinary', 'water-electricity')),
                    source TEXT NOT NULL
                        CHECK (source IN ('phone', 'follow-up', 'in-person', 'writing', 'web', 'not-fixed')),
                    follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE SET NULL,
                    symptom TEXT NOT NULL CHECK (length(symptom) > 0),
                    contact_name TEXT NOT NULL,
                    contact_phone TEXT NOT NULL,
                    site_address TEXT NOT NULL,
                    wished_at TEXT NOT NULL DEFAULT '',
                    tools TEXT NOT NULL DEFAULT '',
                    -- When the customer asked: arrival is measured from here (SVC-8).
                    received_at TEXT NOT NULL,
                    arrive_by TEXT NOT NULL,
                    requested_by INTEGER NOT NULL REFERENCES member (id),
                    requested_at TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('requested', 'refused', 'approved', 'dispatched', 'accepted',
                        'on-site', 'reported', 'confirmed', 'handed-in', 'closed', 'cancelled')),
                    -- Whether nobody has been there yet: late is what is awaited after arrive_by.
                    is_awaited INTEGER NOT NULL DEFAULT 1 CHECK (is_awaited IN (0, 1)),
                    closed_at TEXT,
                    version INTEGER NOT NULL DEFAULT 1
                ) STRICT;
                CREATE INDEX work_order_by_state ON work_order (state, arrive_by, id);
                CREATE INDEX work_order_by_department ON work_order (department, state, arrive_by, id);
                CREATE INDEX work_order_by_deadline ON work_order (arrive_by, id);
                CREATE INDEX work_order_by_department_and_deadline ON work_order (department, arrive_by, id);
                CREATE INDEX work_order_awaited ON work_order (arrive_by, id) WHERE is_awaited = 1;
                CREATE INDEX work_order_awaited_by_department ON work_order (department, arrive_by, id)
                    WHERE is_awaited = 1;
                CREATE INDEX work_order_by_project ON work_order (project_id, id);
                CREATE INDEX work_order_by_follow_up ON work_order (follow_up_id) WHERE follow_up_id IS NOT NULL;

                CREATE TABLE work_order_approval (
                    order_id INTEGER PRIMARY KEY REFERENCES work_order (id),
                    approved_by INTEGER NOT NULL REFERENCES member (id),
                    approved_at TEXT NOT NULL,
                    remark TEXT NOT NULL DEFAULT ''
                ) STRICT;

                CREATE TABLE work_order_refusal (
                    order_id INTEGER PRIMARY KEY REFERENCES work_order (id),
                    refused_by INTEGER NOT NULL REFERENCES member (id),
                    refused_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT;

                CREATE TABLE work_order_cancellation (
                    order_id INTEGER PRIMARY KEY REFERENCES work_order (id),
                    cancelled_by INTEGER NOT NULL REFERENCES member (id),
                    cancelled_at TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) > 0)
                ) STRICT;

                -- One going to the site. Several may go one after the other, or at once; each files a report of its own.
                -- An outside firm signs nothing here: somebody of the staff files its report.
                CREATE TABLE visit (
                    id INTEGER PRIMARY KEY,
                    order_id INTEGER NOT NULL REFERENCES work_order (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    technician_id INTEGER REFERENCES member (id),
                    firm TEXT NOT NULL DEFAULT '',
                    firm_phone TEXT NOT NULL DEFAULT '',
                    dispatched_by INTEGER NOT NULL REFERENCES member (id),
                    dispatched_at TEXT NOT NULL,
                    note TEXT NOT NULL DEFAULT '',
                    -- The agreed time, of the company's clock; nil until it is agreed with the customer.
                    starts_at TEXT,
                    ends_at TEXT,
                    -- Whether the customer knows of that time; who does not is still to be told (SVC-1).
                    is_customer_told INTEGER NOT NULL DEFAULT 1 CHECK (is_customer_told IN (0, 1)),
                    state TEXT NOT NULL DEFAULT 'planned'
                        CHECK (state IN ('planned', 'accepted', 'on-site', 'reported', 'withdrawn')),
                    accepted_at TEXT,
                    withdrawn_at TEXT,
                    withdrawn_by INTEGER REFERENCES member (id),
                    withdrawn_because TEXT NOT NULL DEFAULT '',
                    -- The visit that did not fix it, from which this one was made (SVC-5).
                    after_visit_id INTEGER REFERENCES visit (id),
                    version INTEGER NOT NULL DEFAULT 1,
                    UNIQUE (order_id, number),
                    CHECK ((technician_id IS NOT NULL) + (firm <> '') = 1),
                    CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
                    CHECK (ends_at > starts_at)
                ) STRICT;
                CREATE INDEX visit_by_technician ON visit (technician_id, starts_at, id);
                CREATE INDEX visit_by_technician_and_order ON visit (technician_id, order_id, state);
                CREATE INDEX visit_by_order ON visit (order_id, number);
                CREATE INDEX visit_by_start ON visit (starts_at, id) WHERE state <> 'withdrawn';
                CREATE INDEX visit_untold ON visit (id) WHERE is_customer_told = 0;

                -- A visit that is still to be made because one did not fix it (SVC-5); dispatching makes the visit.
                CREATE TABLE further_visit (
                    after_visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
                    order_id INTEGER NOT NULL REFERENCES work_order (id),
                    wish TEXT NOT NULL DEFAULT '',
                    asked_by INTEGER REFERENCES member (id),
                    asked_at TEXT NOT NULL
                ) STRICT;
                CREATE INDEX further_visit_by_order ON further_visit (order_id);

                -- Each time that was agreed on with the customer, the first and every change (SVC-1).
                CREATE TABLE appointment (
                    id INTEGER PRIMARY KEY,
                    visit_id INTEGER NOT NULL REFERENCES visit (id),
                    starts_at TEXT NOT NULL,
                    ends_at TEXT NOT NULL,
                    reason TEXT NOT NULL DEFAULT '',
                    customer_told INTEGER NOT NULL CHECK (customer_told IN (0, 1)),
                    agreed_by INTEGER NOT NULL REFERENCES member (id),
                    agreed_at TEXT NOT NULL,
                    CHECK (ends_at > starts_at)
                ) STRICT;
                CREATE INDEX appointment_by_visit ON appointment (visit_id, id);

                -- That the customer was told afterwards of a time they had not been asked about.
                CREATE TABLE appointment_notice (
                    appointment_id INTEGER PRIMARY KEY REFERENCES appointment (id),
                    told_by INTEGER NOT NULL REFERENCES member (id),
                    told_at TEXT NOT NULL
                ) STRICT;
                """)
    }
}
