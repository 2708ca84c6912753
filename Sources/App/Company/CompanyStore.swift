import Foundation
import GRDB
import Rulebooks

/// Every statement about the company itself.
struct CompanyStore: Sendable {
    let database: AppDatabase

    struct NotFounded: Error {}

    /// - Throws: `NotFounded` when the database has no company, `RulebookError` when its rulebook is damaged.
    func load() async throws -> Company {
        let found = try await database.read { db in
            try StoredRow.fetchOne(db, cached: "SELECT name, time_zone, created_at FROM company") {
                (
                    name: try $0.value("name") as String, zone: try $0.value("time_zone") as String,
                    foundedAt: try $0.value("created_at") as Date,
                    version: try RulebookStore.fetchInForce(db), calendar: try CalendarStore.fetchCalendar(db)
                )
            }
        }
        guard let found, let version = found.version, let zone = TimeZone(identifier: found.zone) else {
            throw NotFounded()
        }
        let rules = PlanningRules(rulebook: try Rulebook(stored: version.yaml), calendar: found.calendar)
        return Company(name: found.name, zone: zone, foundedAt: found.foundedAt, rules: CurrentRules(rules))
    }

    func exists() async throws -> Bool {
        try await database.read { db in try Int.fetchOne(db, cached: "SELECT count(*) FROM company") == 1 }
    }

    /// Creates the company with its own copy of a shipped rulebook.
    func found(name: String, zone: TimeZone, rulebook: Rulebook, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [database] db, stamp in
            try db.execute(
                cached: "INSERT INTO company (id, name, time_zone, created_at) VALUES (1, ?, ?, ?)",
                arguments: [name, zone.identifier, stamp.at])
            _ = try RulebookStore.insertVersion(db, rulebook.yaml, because: "", stamp)
            try database.audit.append(
                db, .companyFounded, .company, stamp, detail: ["rulebook": rulebook.name])
        }
    }
}
