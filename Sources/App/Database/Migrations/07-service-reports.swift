import GRDB

/// Tables of the on-site service report: findings, work, photographs, signature and payment (SVC-3 to SVC-6).
extension Migrations {
    static func createServiceReports(_ db: Database) throws {
        try db.execute(
            sql: """
                -- The moment at which a technician tapped "I have arrived"; what the report says may be corrected.
                CREATE TABLE visit_arrival (
                    visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
                    arrived_at TEXT NOT NULL,
                    recorded_by INTEGER NOT NULL REFERENCES member (id)
                ) STRICT;
                CREATE INDEX visit_open_by_technician ON visit (technician_id, starts_at, id)
                    WHERE state IN ('planned', 'accepted', 'on-site');

                -- The report's answers, step by step, until it is filed; then what was filed.
                CREATE TABLE service_report (
                    visit_id INTEGER PRIMARY KEY REFERENCES visit (id),
                    author_id INTEGER NOT NULL REFERENCES member (id),
                    begun_at TEXT NOT NULL,
                    -- Each step's values as they were typed; the columns below are written when it is filed.
                    draft TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(draft)),
                    filed_at TEXT,
                    arrived_at TEXT,
                    departed_at TEXT,
                    late_because TEXT NOT NULL DEFAULT '',
                    badge_number TEXT NOT NULL DEFAULT '',
                    finding TEXT NOT NULL DEFAULT '',
                    work_done TEXT NOT NULL DEFAULT '',
                    damage TEXT NOT NULL DEFAULT '',
                    compensation_fen INTEGER NOT NULL DEFAULT 0 CHECK (compensation_fen >= 0),
                    put_back INTEGER CHECK (put_back IN (0, 1)),
                    cleaned INTEGER CHECK (cleaned IN (0, 1)),
                    declined_wishes TEXT NOT NULL DEFAULT '',
                    outcome TEXT CHECK (outcome IN ('fixed', 'not-fixed', 'absent', 'declined')),
                    outcome_because TEXT NOT NULL DEFAULT '',
                    -- Whether the customer was told why it could not be fixed (SVC-5).
                    is_explained INTEGER NOT NULL DEFAULT 0 CHECK (is_explained IN (0, 1)),
                    next_visit_wish TEXT NOT NULL DEFAULT '',
                    warranty TEXT CHECK (warranty IN ('inside', 'outside')),
                    -- The last day of the warranty and where it was found; nil when it had not begun.
                    warranty_until TEXT,
                    warranty_source TEXT CHECK (warranty_source IN ('equipment', 'agreed', 'rulebook', 'not-begun')),
                    -- Why it was decided otherwise than by the dates.
                    warranty_because TEXT NOT NULL DEFAULT '',
                    receipt_number TEXT NOT NULL DEFAULT '',
                    invoice_number TEXT NOT NULL DEFAULT '',
                    total_fen INTEGER NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
                    -- Where the cash is: nothing was taken, with the technician, with finance, confirmed by finance.
                    cash TEXT NOT NULL DEFAULT 'none' CHECK (cash IN ('none', 'taken', 'handed-in', 'confirmed')),
                    version INTEGER NOT NULL DEFAULT 1,
                    CHECK ((filed_at IS NULL) = (outcome IS NULL)),
                    CHECK (departed_at >= arrived_at)
                ) STRICT;
                CREATE INDEX service_report_by_filing ON service_report (filed_at) WHERE filed_at IS NOT NULL;
                CREATE INDEX service_report_by_arrival ON service_report (arrived_at) WHERE filed_at IS NOT NULL;
                CREATE INDEX service_report_by_author ON service_report (author_id, filed_at);
                CREATE INDEX service_report_with_cash ON service_report (author_id, filed_at)
                    WHERE cash IN ('taken', 'handed-in');

                -- What was charged or used: parts and fees, in fen.
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

                -- A part, terminal or SIM that was taken out, and what was put in (SVC-3a).
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

                -- A photograph is stored once, under the hash of its bytes; the same one may stand in several reports.
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
                -- Asked of each file before it is thrown away.
                CREATE INDEX photograph_by_digest ON photograph (digest);
                CREATE INDEX photograph_by_thumbnail ON photograph (thumbnail_digest);

                -- What the customer said on the screen, and signed (SVC-6); without a signature, why.
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

                -- Cash that a technician handed to finance, and finance's word for it (SVC-4).
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
                """)
    }
}
