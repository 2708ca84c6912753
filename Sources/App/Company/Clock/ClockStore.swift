import Foundation
import GRDB

/// The audit trail's times: that of its latest entry, and confirmations of the clock (ACC-16).
struct ClockStore: Sendable {
    let database: AppDatabase

    /// A lower bound of the current time.
    func latestEntry() async throws -> Date? {
        try await database.read { db in
            try Date.fetchOne(db, cached: "SELECT at FROM audit_entry ORDER BY id DESC LIMIT 1")
        }
    }

    /// Audits that an administrator confirmed the clock.
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
