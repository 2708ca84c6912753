import GRDB

extension Migrations {
    /// Lists that say how many rows there are in all would walk all of them for that. Triggers keep the number in the
    /// transaction of each change, so it is exact in every snapshot.
    static func keepCounts(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE kept_count (
                    -- The table whose rows triggers count.
                    source TEXT NOT NULL PRIMARY KEY,
                    number INTEGER NOT NULL CHECK (number >= 0)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO kept_count SELECT 'customer', count(*) FROM customer;
                CREATE TRIGGER customer_counted AFTER INSERT ON customer
                BEGIN UPDATE kept_count SET number = number + 1 WHERE source = 'customer'; END;
                CREATE TRIGGER customer_uncounted AFTER DELETE ON customer
                BEGIN UPDATE kept_count SET number = number - 1 WHERE source = 'customer'; END;
                """)
    }
}
