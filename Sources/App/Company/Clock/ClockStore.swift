import Foundation
import GRDB

/// What the audit trail knows of the clock: when its latest entry was written, and that a clock was confirmed (ACC-16).
struct ClockStore: Sendable {
    let database: AppDatabase

    /// No moment before it can be now.
    func latestEntry() async throws -> Date? {
        try await database.read { db in
            try Date.fetchOne(db, sql: "SELECT at FROM audit_entry ORDER BY id DESC LIMIT 1")
        }
    }

    /// Notes that an administrator took the clock for right.
    func noteConfirmation(of doubt: ClockDoubt, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try audit.append(
                db, .clockConfirmed, .company, stamp,
                detail: [
                    "clock": doubt.clock.formatted(.iso8601), "company-time": doubt.moment.formatted(.iso8601),
                ])
        }
    }
}
