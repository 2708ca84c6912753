import Foundation
import GRDB

/// Hands over the issues that a member sees through; past steps stay under their name (ACC-9).
extension IssueStore {
    /// Distributes a member's open issues over others, round-robin, inside the transaction of the handover.
    /// - Returns: how many there were.
    static func handOver(
        _ db: Database, _ audit: AuditTrail, from: Member.ID, to others: [Member.ID], because reason: String,
        _ stamp: Stamp
    ) throws -> Int {
        guard !others.isEmpty else { return 0 }
        let ids = try CustomerIssue.ID.fetchAll(
            db, cached: "SELECT id FROM issue WHERE owner_id = ? AND is_open = 1 ORDER BY id", arguments: [from])
        for (place, id) in ids.enumerated() {
            let other = others[place % others.count]
            let step = IssueStep(
                kind: .handedOver, at: stamp.at, text: reason, member: MemberName(id: other, name: ""))
            try insert(db, step, of: id, stamp)
            try db.execute(
                cached: "UPDATE issue SET owner_id = ?, version = version + 1 WHERE id = ?",
                arguments: [other, id])
            let project = try Project.ID.fetchOne(
                db, cached: "SELECT project_id FROM issue WHERE id = ?", arguments: [id])
            try audit.append(
                db, .issueStep, .issue(id, project: project), stamp,
                detail: ["step": step.name, "to": String(other)])
        }
        return ids.count
    }
}
