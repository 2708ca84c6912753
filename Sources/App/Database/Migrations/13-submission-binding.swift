import GRDB

extension Migrations {
    /// Forms stored earlier are known by their id alone; the same id with a binding then counts as another form.
    static func bindSubmissions(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE submission ADD COLUMN address_digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE submission ADD COLUMN content_digest TEXT NOT NULL DEFAULT '';
                """)
    }

    /// The repeated new password had been digested with its form, and could be guessed from the digest.
    static func forgetPasswordDigests(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE submission SET content_digest = '' WHERE address_digest = ? OR location = ?",
            arguments: [Sodium.sha256("POST \(Paths.password)".utf8), Paths.signIn])
    }
}
