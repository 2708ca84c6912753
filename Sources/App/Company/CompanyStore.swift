import Foundation
import GRDB
import Rulebooks

/// Every statement about the company itself.
struct CompanyStore: Sendable {
    let database: AppDatabase

    struct NotFounded: Error {}

    /// - Throws: `NotFounded` when there is no company in the database, `RulebookError` when its rulebook is damaged.
    func load() async throws -> Company {
        let row = try await database.read { db in
            try Row.fetchOne(db, sql: "SELECT name, time_zone, rulebook FROM company").map {
                (name: $0["name"] as String, zone: $0["time_zone"] as String, rulebook: $0["rulebook"] as String)
            }
        }
        guard let row, let zone = TimeZone(identifier: row.zone) else { throw NotFounded() }
        return Company(name: row.name, zone: zone, rulebook: try Rulebook(yaml: row.rulebook))
    }

    func exists() async throws -> Bool {
        try await database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM company") == 1 }
    }

    /// Founds the company with a rulebook of its own, a copy of a shipped one.
    func found(name: String, zone: TimeZone, rulebook: Rulebook, _ stamp: Stamp) async throws {
        try await database.write { [database] db in
            try db.execute(
                sql: "INSERT INTO company (id, name, time_zone, rulebook, created_at) VALUES (1, ?, ?, ?, ?)",
                arguments: [name, zone.identifier, rulebook.yaml, stamp.at])
            try database.audit.append(
                db, .companyFounded, .company, stamp, detail: ["rulebook": rulebook.name])
        }
    }
}
