import GRDB

extension Migrations {
    /// Forms that were stored before are known by their id alone; the same id with a binding is then another form.
    static func bindSubmissions(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE submission ADD COLUMN address_digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE submission ADD COLUMN content_digest TEXT NOT NULL DEFAULT '';
                """)
    }
}
