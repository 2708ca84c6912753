import Foundation
import Rulebooks

/// An opened record, with the ground for opening it.
struct OpenedRecord: Sendable {
    let facts: SheetFacts
    let questionnaire: Questionnaire
    /// From the first to the latest; never empty.
    let revisions: [SheetRevision]
    let ground: ReadingGround
}

/// The one door to the sealed content of follow-up records (ACC-2, ACC-5).
///
/// One transaction checks the permission, reads, and writes the audit entry: if the entry cannot be written, nothing is
/// shown; a refusal is audited too.
struct RecordDoor: Sendable {
    let database: AppDatabase

    /// The purpose of the reading, for the audit entry.
    enum Purpose: String, Sendable {
        case view, print, correction
        case twoVersions = "two-versions"

        /// Whether it takes more than the right to read.
        var changesIt: Bool {
            switch self {
            case .view, .print: false
            case .correction, .twoVersions: true
            }
        }
    }

    /// - Throws: `Refusal.notFound` when there is no filed sheet, `Refusal.forbidden` when the person may not read it.
    func open(_ followUp: FollowUp.ID, for member: Member, _ purpose: Purpose, _ stamp: Stamp) async throws
        -> OpenedRecord
    {
        let opened = try await database.write(stamp) { [database] db, stamp -> Result<OpenedRecord, Refusal> in
            guard let facts = try SheetStore.facts(db, followUp, at: stamp.at) else { return .failure(.notFound) }
            let subject = AuditSubject.followUp(followUp, project: facts.projectID)
            // A doubtful clock opens nothing by a grant (ACC-16).
            let grants =
                database.clock.doubt == nil
                ? try AccessStore.grantsInForce(
                    db, for: member.id, toRead: .followUp(followUp), of: facts.projectID, at: stamp.at) : []
            guard let ground = Permissions.reading(of: facts, by: member, grants: grants),
                !purpose.changesIt || Permissions.may(member, .correct(facts))
            else {
                try database.noteRefusal(db, .recordRefused, subject, stamp, detail: ["purpose": purpose.rawValue])
                return .failure(.forbidden("record"))
            }
            guard let questionnaire = try SheetStore.questionnaire(db, of: followUp) else {
                return .failure(.notFound)
            }
            let revisions = try SheetContentStore.revisions(db, followUp)
            guard !revisions.isEmpty else { return .failure(.notFound) }
            try database.audit.append(
                db, .recordRead, subject, stamp, grant: ground.grantID,
                detail: ["ground": ground.name, "purpose": purpose.rawValue])
            return .success(
                OpenedRecord(facts: facts, questionnaire: questionnaire, revisions: revisions, ground: ground))
        }
        return try opened.get()
    }

    /// A person's own draft of the sheet.
    func openDraft(_ followUp: FollowUp, for member: Member, _ stamp: Stamp) async throws -> SheetDraft? {
        // Most sheets are opened without one, and what is not read need not be written down.
        let isThere = try await database.read { db in try SheetContentStore.hasDraft(db, followUp.id, of: member.id) }
        guard isThere else { return nil }
        return try await database.write(stamp) { [database] db, stamp in
            guard Permissions.may(member, .work(followUp)) else { return nil }
            guard let draft = try SheetContentStore.draft(db, followUp.id, of: member.id) else { return nil }
            try database.audit.append(
                db, .recordRead, .followUp(followUp.id, project: followUp.projectID), stamp,
                detail: ["ground": "author", "purpose": "draft"])
            return draft
        }
    }
}

extension ReadingGround {
    var name: String {
        switch self {
        case .author: "author"
        case .agent: "agent"
        case .administrator: "administrator"
        case .grant: "grant"
        }
    }

    var grantID: AccessGrant.ID? {
        switch self {
        case .author, .agent, .administrator: nil
        case .grant(let id): id
        }
    }
}
