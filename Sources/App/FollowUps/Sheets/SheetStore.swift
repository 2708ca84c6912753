import Forms
import Foundation
import Rulebooks

/// Writes sheets: drafts, submission, corrections, sealing. Reading them is left to `RecordDoor`.
struct SheetStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone

    /// Auto-saves a draft; stores nothing when the follow-up is no longer this person's, or another of their windows
    /// has saved meanwhile (UX-10).
    func keepDraft(
        _ content: SheetContent, of followUp: FollowUp.ID, by member: Member, in window: DraftWindow = .blank,
        _ stamp: Stamp
    ) async throws -> DraftKeeping {
        try await database.write(stamp) { [zone] db, stamp in
            guard let current = try FollowUpStore.fetch(db, followUp),
                Permissions.may(member, .fillSheet(current, at: stamp.at, in: zone))
            else { return .closed }
            let stored = try SheetContentStore.draft(db, followUp, of: member.id)
            if let stored, !stored.isKnown(to: window) { return .stale(stored) }
            return .kept(
                version: try SheetContentStore.keepDraft(
                    db, content, followUp, of: member.id, in: window.submission, at: stamp.at))
        }
    }

    /// Stores a filled sheet: marks the follow-up as done, deletes the draft, sets the weekly deadline.
    /// - Parameter draft: the version of the draft that its window has shown; 0 for none.
    /// - Throws: `AlreadySubmitted` when there is a sheet, `StaleDraft` when another window has saved meanwhile,
    ///   `Refusal.conflict` when the follow-up is not this person's.
    func submit(
        _ content: SheetContent, _ questionnaire: Questionnaire, of followUp: FollowUp.ID, by member: Member,
        _ id: SubmissionID, knowing draft: Int = 0, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database, rules, zone] db, stamp in
            if try SheetStore.facts(db, followUp, at: stamp.at) != nil { throw AlreadySubmitted() }
            guard let current = try FollowUpStore.fetch(db, followUp), Permissions.may(member, .work(current)) else {
                throw Refusal.conflict("not-owed-by-you")
            }
            guard Permissions.may(member, .fillSheet(current, at: stamp.at, in: zone)) else {
                throw Refusal.conflict("not-open-yet")
            }
            let stored = try SheetContentStore.draft(db, followUp, of: member.id)
            let window = DraftWindow(submission: id, version: draft)
            if let stored, !stored.isKnown(to: window) { throw StaleDraft(stored: stored) }
            let version = try SheetStore.keep(questionnaire, db, at: stamp.at)
            try Self.store(
                db, content, of: followUp, by: member.id, questionnaire: version, at: stamp.at,
                sealsAt: rules.rulebook.filingDeadline(after: stamp.at, in: zone), on: Day(stamp.at, in: zone))
            try SheetContentStore.discardDrafts(db, followUp)
            try database.audit.append(
                db, .sheetSubmitted, .followUp(followUp, project: current.projectID), stamp)
            return Paths.followUp(followUp)
        }
    }

    /// Stores the first revision and marks the follow-up as done, inside a larger transaction.
    static func store(
        _ db: Transaction, _ content: SheetContent, of followUp: FollowUp.ID, by author: Member.ID, questionnaire: Int,
        at now: Date,
        sealsAt: Date, on day: Day
    ) throws {
        try SheetStore.insert(
            db, followUp, author: author, questionnaire: questionnaire, at: now, sealsAt: sealsAt)
        try SheetContentStore.add(db, content, to: followUp, number: 1, by: author, at: now, because: nil)
        try FollowUpStore.markDone(db, followUp, on: day)
    }

    struct AlreadySubmitted: TooLate {}

    /// Adds a revision with its reason.
    /// - Throws: `StaleVersion` when another correction came first, `Refusal.conflict` once it is sealed.
    func correct(
        _ content: SheetContent, of followUp: FollowUp.ID, version: Int, because reason: String, by member: Member,
        _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let facts = try SheetStore.facts(db, followUp, at: stamp.at) else { throw Refusal.notFound }
            guard Permissions.may(member, .correct(facts)) else { throw Refusal.conflict("sealed") }
            guard try SheetStore.advance(db, followUp, version: version) else { throw StaleVersion() }
            try SheetContentStore.add(
                db, content, to: followUp, number: facts.revisions + 1, by: member.id, at: stamp.at, because: reason)
            try database.audit.append(
                db, .sheetCorrected, .followUp(followUp, project: facts.projectID), stamp,
                detail: ["revision": String(facts.revisions + 1)])
            return Paths.record(followUp)
        }
    }

    /// Seals a sheet now instead of at the weekly deadline (ACC-3).
    /// - Throws: `Refusal.conflict` when it is sealed already.
    func file(_ followUp: FollowUp.ID, by member: Member, _ id: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let facts = try SheetStore.facts(db, followUp, at: stamp.at) else { throw Refusal.notFound }
            guard !facts.isSealed else { throw Refusal.conflict("sealed") }
            try SheetStore.file(db, followUp, by: member.id, at: stamp.at)
            try database.audit.append(db, .sheetFiled, .followUp(followUp, project: facts.projectID), stamp)
            return Paths.followUp(followUp)
        }
    }
}
