import Foundation
import GRDB

/// The one door to sealed feedback: like `RecordDoor` it checks, reads and audits in one transaction (ACC-2, ACC-5).
struct FeedbackDoorStore: Sendable {
    let database: AppDatabase

    /// Opens the content, or audits the refusal for a person who may know of it but not read it.
    func open(_ feedback: Feedback, for member: Member, isPrint: Bool, _ stamp: Stamp) async throws -> FeedbackOpening {
        try await database.write(stamp) { [database, audit = database.audit, clock = database.clock] db, stamp in
            let subject = AuditSubject.feedback(feedback.id, project: feedback.project.id)
            let record = SealedRecord.feedback(feedback.id)
            let project = feedback.project.id
            // A doubtful clock opens nothing by a grant (ACC-16).
            let grants =
                clock.doubt == nil
                ? try AccessStore.grantsInForce(db, for: member.id, toRead: record, of: project, at: stamp.at) : []
            let purpose = isPrint ? RecordDoor.Purpose.print : .view
            let ground = Permissions.reading(
                of: feedback, isSealed: feedback.isSealed(at: stamp.at), by: member, grants: grants)
            guard let ground, let content = try FeedbackContentStore.fetch(db, feedback.id) else {
                try database.noteRefusal(
                    db, .recordRefused, subject, stamp, detail: ["purpose": purpose.rawValue])
                return .closed(
                    pendingRequest: try AccessStore.pendingRequest(db, by: member.id, toRead: record, of: project))
            }
            try audit.append(
                db, .recordRead, subject, stamp, grant: ground.grantID,
                detail: ["ground": ground.name, "purpose": purpose.rawValue])
            return .open(
                OpenedFeedback(
                    feedback: feedback, content: content,
                    additions: try FeedbackContentStore.fetchAdditions(db, feedback.id), ground: ground))
        }
    }

    /// The customer's own answer, for a day, to the browser with the receipt (FBK-1).
    /// - Returns: nil when there is none, or the day is over.
    func openToCustomer(_ link: FeedbackLink, _ stamp: Stamp) async throws -> OpenedFeedback? {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard let feedback = try FeedbackStore.fetch(db, ofLink: link.id),
                feedback.isOpenToCustomer(at: stamp.at), let content = try FeedbackContentStore.fetch(db, feedback.id)
            else { return nil }
            try audit.append(
                db, .recordRead, .feedback(feedback.id, project: feedback.project.id), stamp,
                detail: ["ground": "customer", "purpose": RecordDoor.Purpose.view.rawValue])
            return OpenedFeedback(
                feedback: feedback, content: content,
                additions: try FeedbackContentStore.fetchAdditions(db, feedback.id), ground: nil)
        }
    }
}
