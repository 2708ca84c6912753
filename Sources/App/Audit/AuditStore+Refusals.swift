import Foundation
import GRDB

extension AuditStore {
    /// Records a refused attempt by the route's pattern, without any id.
    @Sendable func noteRefusal(_ stamp: Stamp, route: String) async throws {
        try await database.write(stamp.note) { [database] db, stamp in
            try database.noteRefusal(db, .actionRefused, .company, stamp, detail: ["route": route])
        }
    }

    /// Writes the aggregated refusals of past minutes (ACC-13).
    /// - Parameter now: nil writes all counts, before the process ends.
    @discardableResult
    func writeFoldedRefusals(_ now: Date?, at moment: Date) async throws -> Int {
        let folded = database.refusals.flush(now)
        guard !folded.isEmpty else { return 0 }
        do {
            try await database.write { [audit = database.audit] db in
                for one in folded {
                    let stamp = Stamp(member: one.key.member, at: moment, address: one.key.address)
                    try audit.append(
                        db, one.key.action, one.key.subject, stamp,
                        detail: one.key.detail.merging(["count": String(one.count)]) { own, _ in own })
                }
            }
        } catch {
            database.refusals.putBack(folded, at: moment)
            throw error
        }
        return folded.count
    }
}

extension AppDatabase {
    /// Records a refusal inside a transaction, or counts it when the same one came too often within the minute.
    func noteRefusal(
        _ db: Database, _ action: AuditAction, _ subject: AuditSubject, _ stamp: Stamp, detail: [String: String]
    ) throws {
        let key = RefusalFolding.Key(action, subject, stamp, detail: detail)
        let isWritten = refusals.note(key, at: stamp.at)
        effects.addUndo { [refusals] in refusals.takeBack(key, isWritten: isWritten) }
        guard isWritten else { return }
        try audit.append(db, action, subject, stamp, detail: detail)
    }
}
