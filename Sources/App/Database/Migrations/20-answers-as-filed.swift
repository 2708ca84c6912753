import GRDB

extension Migrations {
    /// A filed report keeps the answers of its steps as filed; columns remain only for what is asked of all reports
    /// (SVC-3). Older reports get their answers from their draft, overridden by their columns, which hold what was
    /// shown: an answer that no longer counted at filing does not count now.
    static func keepAnswersAsFiled(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE service_report_anew (
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

                INSERT INTO service_report_anew
                SELECT visit_id, author_id, begun_at, draft, confirmation_draft, version, filed_at,
                    CASE WHEN filed_at IS NULL THEN NULL
                    WHEN outcome = 'absent' THEN json_object('arrival', \(arrival), 'outcome', \(outcome))
                    ELSE json_object('arrival', \(arrival), 'finding', \(finding), 'charges', \(charges),
                        'replacements', \(replacements), 'site', \(site), 'outcome', \(outcome))
                    END,
                    arrived_at, departed_at, outcome, warranty, warranty_until, warranty_source, total_fen, cash
                FROM service_report;

                DROP TABLE service_report;
                ALTER TABLE service_report_anew RENAME TO service_report;
                CREATE INDEX service_report_by_filing ON service_report (filed_at) WHERE filed_at IS NOT NULL;
                CREATE INDEX service_report_by_arrival ON service_report (arrived_at) WHERE filed_at IS NOT NULL;
                CREATE INDEX service_report_by_author ON service_report (author_id, filed_at);
                CREATE INDEX service_report_with_cash ON service_report (author_id, filed_at)
                    WHERE cash IN ('taken', 'handed-in');
                """)
    }

    private static let arrival = step("arrival", [("late-because", "late_because"), ("badge", "badge_number")])
    private static let finding = step("finding", [("finding", "finding"), ("done", "work_done")])
    private static let charges = step(
        "charges",
        [
            ("warranty", "warranty"), ("because", "warranty_because"), ("receipt", "receipt_number"),
            ("invoice", "invoice_number"),
        ])
    private static let replacements = step("replacements", [])
    private static let site = step(
        "site",
        [
            ("put-back", "iif(put_back, 'yes', 'no')"), ("cleaned", "iif(cleaned, 'yes', 'no')"), ("damage", "damage"),
            (
                "compensation",
                "nullif(printf('%d.%02d', compensation_fen / 100, compensation_fen % 100), '0.00')"
            ),
        ])
    private static let outcome = step(
        "outcome",
        [
            ("outcome", "nullif(outcome, 'absent')"), ("because", "outcome_because"),
            ("explained", "iif(outcome = 'not-fixed', iif(is_explained, 'yes', 'no'), NULL)"),
            ("next-visit", "next_visit_wish"), ("declined-wishes", "declined_wishes"),
        ])

    /// The answers of a step: those of the draft, overridden by the columns of these fields; NULL or an empty text
    /// removes a field.
    private static func step(_ name: String, _ fields: [(name: String, value: String)]) -> String {
        let columns = fields.map { name, value in
            "'\(name)', json(iif(ifnull(\(value), '') = '', NULL, json_array(\(value))))"
        }
        return """
            json_patch(ifnull(draft -> '$.\(name).answers', '{}'), json_object(\(columns.joined(separator: ", "))))
            """
    }
}
