import GRDB

/// "Not sure" becomes an answer to the question whether one would recommend the company (FBK-6).
extension Migrations {
    static func takeNotSure(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE feedback_content_anew (
                    feedback_id INTEGER PRIMARY KEY REFERENCES feedback (id),
                    ratings TEXT NOT NULL CHECK (json_valid(ratings)),
                    recommends TEXT CHECK (recommends IN ('yes', 'no', 'unsure')),
                    problems TEXT NOT NULL,
                    suggestions TEXT NOT NULL,
                    wants_call INTEGER NOT NULL CHECK (wants_call IN (0, 1)),
                    call_when TEXT NOT NULL
                ) STRICT;
                INSERT INTO feedback_content_anew SELECT * FROM feedback_content;
                DROP TABLE feedback_content;
                ALTER TABLE feedback_content_anew RENAME TO feedback_content;
                """)
    }
}
