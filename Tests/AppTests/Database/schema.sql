CREATE TABLE company (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) > 0),
    time_zone TEXT NOT NULL,
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
, department TEXT, one_time_since TEXT) STRICT;

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
    location TEXT NOT NULL, address_digest TEXT NOT NULL DEFAULT '', content_digest TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (member_id, id)
) STRICT, WITHOUT ROWID;

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
    version INTEGER NOT NULL DEFAULT 1, last_outcome TEXT
    CHECK (last_outcome IN ('no-answer', 'busy', 'wrong-number', 'refused', 'call-later')),
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
    content TEXT NOT NULL CHECK (json_valid(content)), version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1), submission TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (follow_up_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_request (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES member (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    follow_up_id INTEGER REFERENCES follow_up (id),
    reason TEXT NOT NULL CHECK (length(reason) >= 10),
    hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 168),
    requested_at TEXT NOT NULL,
    decided_at TEXT
, feedback_id INTEGER REFERENCES feedback (id)
    CHECK (feedback_id IS NULL OR follow_up_id IS NULL)) STRICT;

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
    remark TEXT NOT NULL DEFAULT '', feedback_id INTEGER REFERENCES feedback (id)
    CHECK (feedback_id IS NULL OR follow_up_id IS NULL),
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

CREATE INDEX access_request_decided ON access_request (decided_at) WHERE decided_at IS NOT NULL;

CREATE INDEX access_request_decided_by_member ON access_request (member_id, decided_at, requested_at);

CREATE INDEX follow_up_agreed_by_agent ON follow_up (agent_id, closes_on, id)
    WHERE callback_at IS NOT NULL;

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

CREATE INDEX follow_up_refused ON follow_up (closes_on, id) WHERE last_outcome = 'refused';

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

CREATE TABLE rulebook_version (
    id INTEGER PRIMARY KEY,
    yaml TEXT NOT NULL CHECK (length(yaml) > 0),
    since TEXT NOT NULL,
    put_by INTEGER REFERENCES member (id),
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE rulebook_proposal (
    id INTEGER PRIMARY KEY,
    yaml TEXT NOT NULL CHECK (length(yaml) > 0),
    proposed_at TEXT NOT NULL,
    proposed_by INTEGER NOT NULL REFERENCES member (id),
    version_id INTEGER REFERENCES rulebook_version (id)
) STRICT;

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

CREATE TABLE further_visit (
    after_visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
    order_id INTEGER NOT NULL REFERENCES work_order (id),
    wish TEXT NOT NULL DEFAULT '',
    asked_by INTEGER REFERENCES member (id),
    asked_at TEXT NOT NULL
) STRICT;

CREATE INDEX further_visit_by_order ON further_visit (order_id);

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

CREATE TABLE appointment_notice (
    appointment_id INTEGER PRIMARY KEY REFERENCES appointment (id),
    told_by INTEGER NOT NULL REFERENCES member (id),
    told_at TEXT NOT NULL
) STRICT;

CREATE TABLE visit_arrival (
    visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
    arrived_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES member (id)
) STRICT;

CREATE INDEX visit_open_by_technician ON visit (technician_id, starts_at, id)
    WHERE state IN ('planned', 'accepted', 'on-site');

CREATE TABLE service_charge (
    visit_id INTEGER NOT NULL REFERENCES service_report (visit_id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('part', 'fee')),
    name TEXT NOT NULL CHECK (length(name) > 0),
    unit TEXT NOT NULL DEFAULT '',
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price_fen INTEGER NOT NULL CHECK (unit_price_fen >= 0),
    is_free INTEGER NOT NULL DEFAULT 0 CHECK (is_free IN (0, 1)),
    PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement (
    visit_id INTEGER NOT NULL REFERENCES service_report (visit_id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('part', 'terminal', 'sim')),
    name TEXT NOT NULL DEFAULT '',
    old_serial TEXT NOT NULL DEFAULT '',
    new_serial TEXT NOT NULL DEFAULT '',
    old_returned INTEGER NOT NULL CHECK (old_returned IN (0, 1)),
    warranty_until TEXT,
    PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE photograph (
    id INTEGER PRIMARY KEY,
    -- Cannot be guessed: it stands in the address.
    token TEXT NOT NULL UNIQUE,
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'damage', 'floor-plan', 'signed-paper')),
    -- SHA-256 of the files as they lie in the attachments' folder.
    digest TEXT NOT NULL,
    thumbnail_digest TEXT NOT NULL,
    -- SHA-256 of what was sent: the same photograph sent again is the same row.
    sent_digest TEXT NOT NULL,
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    added_by INTEGER NOT NULL REFERENCES member (id),
    added_at TEXT NOT NULL,
    removed_at TEXT,
    UNIQUE (visit_id, moment, sent_digest)
) STRICT;

CREATE INDEX photograph_by_digest ON photograph (digest);

CREATE INDEX photograph_by_thumbnail ON photograph (thumbnail_digest);

CREATE TABLE customer_confirmation (
    visit_id INTEGER PRIMARY KEY REFERENCES service_report (visit_id),
    manner TEXT NOT NULL CHECK (manner IN ('drawn', 'typed', 'paper', 'none')),
    name TEXT NOT NULL DEFAULT '',
    relation TEXT NOT NULL DEFAULT '',
    -- The strokes: a list of lists of points, in thousandths of the pad's width.
    strokes TEXT CHECK (strokes IS NULL OR json_valid(strokes)),
    reason TEXT NOT NULL DEFAULT '',
    rating INTEGER CHECK (rating BETWEEN 0 AND 5),
    remark TEXT NOT NULL DEFAULT '',
    -- The version of the report that the customer was shown; a later one must be shown again.
    report_version INTEGER NOT NULL,
    confirmed_at TEXT NOT NULL,
    CHECK ((manner = 'drawn') = (strokes IS NOT NULL)),
    CHECK ((manner = 'none') = (length(reason) > 0))
) STRICT;

CREATE TABLE fee_handing_in (
    visit_id INTEGER PRIMARY KEY REFERENCES service_report (visit_id),
    amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
    receipt_number TEXT NOT NULL CHECK (length(receipt_number) > 0),
    handed_in_by INTEGER NOT NULL REFERENCES member (id),
    handed_in_at TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE fee_confirmation (
    visit_id INTEGER PRIMARY KEY REFERENCES fee_handing_in (visit_id),
    confirmed_by INTEGER NOT NULL REFERENCES member (id),
    confirmed_at TEXT NOT NULL,
    -- What was counted; where it is not what was handed in, the remark says why.
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
    remark TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE project_event (
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    id TEXT NOT NULL CHECK (length(id) > 0),
    day TEXT NOT NULL,
    raised_by INTEGER REFERENCES member (id),
    raised_at TEXT NOT NULL,
    PRIMARY KEY (project_id, name, id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE issue_miss (
    issue_id INTEGER NOT NULL REFERENCES issue (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    due_for TEXT NOT NULL,
    due_at TEXT NOT NULL,
    told TEXT NOT NULL CHECK (told IN ('manager', 'executive')),
    noted_at TEXT NOT NULL,
    PRIMARY KEY (issue_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue_link (
    issue_id INTEGER NOT NULL REFERENCES issue (id),
    earlier_id INTEGER NOT NULL REFERENCES issue (id),
    PRIMARY KEY (issue_id, earlier_id),
    CHECK (earlier_id < issue_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_link_by_earlier ON issue_link (earlier_id);

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

CREATE TABLE feedback_addition (
    feedback_id INTEGER NOT NULL REFERENCES feedback (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    words TEXT NOT NULL CHECK (length(words) > 0),
    added_at TEXT NOT NULL,
    PRIMARY KEY (feedback_id, number)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE enquiry_step (
    enquiry_id INTEGER NOT NULL REFERENCES enquiry (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL,
    by_id INTEGER NOT NULL REFERENCES member (id),
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (enquiry_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_day ON feedback (received_on, id);

CREATE INDEX feedback_link_by_time ON feedback_link (made_at);

CREATE INDEX enquiry_by_state ON enquiry (state, id);

CREATE INDEX enquiry_open ON enquiry (id)
    WHERE state IN ('waiting', 'answered', 'appointment', 'potential');

CREATE TABLE known_browser (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL CHECK (length(token_hash) > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    UNIQUE (token_hash, member_id)
) STRICT;

CREATE INDEX known_browser_by_member ON known_browser (member_id, seen_at);

CREATE TABLE sign_in_throttle (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_failure_at TEXT NOT NULL,
    turn_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_throttle_by_age ON sign_in_throttle (last_failure_at);

CREATE TABLE "feedback_content" (
    feedback_id INTEGER PRIMARY KEY REFERENCES feedback (id),
    ratings TEXT NOT NULL CHECK (json_valid(ratings)),
    recommends TEXT CHECK (recommends IN ('yes', 'no', 'unsure')),
    problems TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    wants_call INTEGER NOT NULL CHECK (wants_call IN (0, 1)),
    call_when TEXT NOT NULL
) STRICT;

CREATE INDEX photograph_by_sender ON photograph (added_by, added_at, bytes);

CREATE INDEX audit_entry_by_moment ON audit_entry (at, id);

CREATE INDEX audit_entry_by_kind ON audit_entry (subject_kind, id);

CREATE INDEX audit_entry_by_project ON audit_entry (project_id, id) WHERE project_id IS NOT NULL;

CREATE TABLE "service_report" (
    visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
    author_id INTEGER NOT NULL REFERENCES member (id),
    begun_at TEXT NOT NULL,
    -- Each step's answers as they are saved while it is filled, with the step's version.
    draft TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(draft)),
    -- What was typed on the customer's page, with the version of the report that it was typed under.
    confirmation_draft TEXT CHECK (confirmation_draft IS NULL OR json_valid(confirmation_draft)),
    version INTEGER NOT NULL DEFAULT 1,
    filed_at TEXT,
    -- Each step's answers as they were filed; pages and paper are drawn from them.
    answers TEXT CHECK (answers IS NULL OR json_valid(answers)),
    arrived_at TEXT,
    departed_at TEXT,
    outcome TEXT CHECK (outcome IN ('fixed', 'not-fixed', 'absent', 'declined')),
    warranty TEXT CHECK (warranty IN ('inside', 'outside')),
    -- The last day of the warranty and where it was found; nil when it had not begun.
    warranty_until TEXT,
    warranty_source TEXT CHECK (warranty_source IN ('equipment', 'agreed', 'rulebook', 'not-begun')),
    total_fen INTEGER NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
    -- Where the cash is: nothing was taken, with the technician, with finance, confirmed by finance.
    cash TEXT NOT NULL DEFAULT 'none' CHECK (cash IN ('none', 'taken', 'handed-in', 'confirmed')),
    CHECK ((filed_at IS NULL) = (outcome IS NULL)),
    CHECK ((filed_at IS NULL) = (answers IS NULL)),
    CHECK (departed_at >= arrived_at)
) STRICT;

CREATE INDEX service_report_by_filing ON service_report (filed_at) WHERE filed_at IS NOT NULL;

CREATE INDEX service_report_by_arrival ON service_report (arrived_at) WHERE filed_at IS NOT NULL;

CREATE INDEX service_report_by_author ON service_report (author_id, filed_at);

CREATE INDEX service_report_with_cash ON service_report (author_id, filed_at)
    WHERE cash IN ('taken', 'handed-in');

CREATE TABLE kept_count (
    -- The table whose rows triggers count.
    source TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER customer_counted AFTER INSERT ON customer
BEGIN UPDATE kept_count SET number = number + 1 WHERE source = 'customer'; END;

CREATE TRIGGER customer_uncounted AFTER DELETE ON customer
BEGIN UPDATE kept_count SET number = number - 1 WHERE source = 'customer'; END;
