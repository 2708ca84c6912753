import GRDB
import Testing

@testable import App

/// A number that triggers keep is the number that counting would find, after whatever happened.
struct KeptCountTests {
    @Test("the number of customers is exact after changes made at random, some of them rolled back", arguments: 1...5)
    func histories(_ seed: UInt64) async throws {
        let company = try await TestCompany()
        var random = SeededRandom(seed: seed)
        for step in 0..<40 {
            let chance = Int.random(in: 0..<10, using: &random)
            let member = try company.member(.agent).id
            try? await company.database.write { db in
                for serial in 0..<Int.random(in: 1...4) {
                    try db.execute(
                        cached: """
                            INSERT INTO customer (name, form_of_address, grade, created_at, created_by)
                            VALUES (?, 'mr', 'A', '2026-11-23', ?)
                            """,
                        arguments: ["\(step) \(serial)", member])
                }
                if chance < 3 {
                    try db.execute(cached: "DELETE FROM customer WHERE id % 3 = ?", arguments: [chance])
                }
                if chance == 9 { throw CancellationError() }
            }
            let (kept, counted) = try await company.database.read { db in
                (try db.keptCount(of: .customer), try Int.fetchOne(db, cached: "SELECT count(*) FROM customer"))
            }
            #expect(kept == counted)
        }
    }
}
