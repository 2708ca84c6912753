import Foundation
import GRDB
import Logging
import Testing

@testable import App

/// What only serves the running of the house does not grow for ever (RUN-5).
struct HousekeepingTests {
    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    private func keepHouse() async {
        await Housekeeping(app: company.app, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).run()
    }

    private func count(_ table: String) async throws -> Int {
        try await company.number("SELECT count(*) FROM \(table)")
    }

    @Test("submissions are forgotten after 90 days, however many there are, and not a day earlier")
    func submissions() async throws {
        let start = company.clock.now
        try await company.database.write { db in
            for number in 0..<6_200 {
                try db.execute(
                    sql: "INSERT INTO submission (id, member_id, at, location) VALUES (?, ?, ?, '/today')",
                    arguments: ["submission-\(10_000 + number)", number % 3, start])
            }
        }
        company.clock.advance(days: 90)
        await keepHouse()
        #expect(try await count("submission") == 6_200)
        company.clock.advance(minutes: 1)
        await keepHouse()
        #expect(try await count("submission") == 0)
    }

    @Test("a form sent again within 90 days makes no second record, whatever was thrown away")
    func idempotency() async throws {
        let (id, stamp) = (SubmissionID.random(), try company.stamp(.agent))
        let first = try await company.database.once(id, stamp) { _, _ in "/first" }
        company.clock.advance(days: 89)
        await keepHouse()
        #expect(try await company.database.once(id, stamp) { _, _ in "/second" } == first)
    }

    @Test("sessions, failed sign-ins and removed photographs go when their time is over, with their files")
    func others() async throws {
        _ = try await company.browser(signedInAs: .agent)
        let token = try await company.photograph(of: try await company.visit())
        try await company.remove(token)
        let start = company.clock.now
        try await company.database.write { db in
            for number in 0..<1_200 {
                try db.execute(
                    sql: "INSERT INTO sign_in_throttle (subject, failures, last_failure_at) VALUES (?, 1, ?)",
                    arguments: ["subject-\(number)", start])
            }
        }
        await keepHouse()
        #expect(try await count("sign_in_throttle") >= 1_200)
        company.clock.advance(days: 1.1)
        await keepHouse()
        #expect(try await count("sign_in_throttle") == 0)
        #expect(try await count("photograph") == 1)
        company.clock.advance(days: 7)
        await keepHouse()
        #expect(try await count("photograph") == 0)
        #expect(try await count("session") > 0)
        company.clock.advance(days: 30)
        await keepHouse()
        #expect(try await count("session") == 0)
    }

    @Test("a log of writes that was made long is given back to the disk")
    func log() async throws {
        let limit = try company.database.writeNow { db in try Int.fetchOne(db, sql: "PRAGMA journal_size_limit") }
        #expect(limit == 64 << 20)
    }
}
