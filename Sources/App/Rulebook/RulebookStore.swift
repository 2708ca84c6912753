import Foundation
import GRDB
import Rulebooks

/// Every statement about rulebook versions and proposals.
struct RulebookStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    // MARK: Versions

    /// All versions, the current one first.
    func versions() async throws -> [RulebookVersion] {
        try await database.read { db in
            try StoredRow.fetchAll(db, cached: "\(Self.versions) ORDER BY v.id DESC", as: RulebookVersion.init)
        }
    }

    func version(_ id: Int) async throws -> RulebookVersion? {
        try await database.read { db in
            try StoredRow.fetchOne(
                db, cached: "\(Self.versions) WHERE v.id = ?", arguments: [id], as: RulebookVersion.init)
        }
    }

    /// - Returns: nil before the company is created.
    static func fetchInForce(_ db: Database) throws -> RulebookVersion? {
        try StoredRow.fetchOne(db, cached: "\(versions) ORDER BY v.id DESC LIMIT 1", as: RulebookVersion.init)
    }

    private static let versions =
        "SELECT v.*, m.name AS put_by_name FROM rulebook_version v LEFT JOIN member m ON m.id = v.put_by"

    static func insertVersion(_ db: Database, _ yaml: String, because reason: String, _ stamp: Stamp) throws -> Int {
        try db.execute(
            cached: "INSERT INTO rulebook_version (yaml, since, put_by, reason) VALUES (?, ?, ?, ?)",
            arguments: [yaml, stamp.at, stamp.member, reason])
        return Int(db.lastInsertedRowID)
    }

    // MARK: Proposals

    func proposal(_ id: RulebookProposal.ID) async throws -> RulebookProposal? {
        try await database.read { db in try Self.fetchProposal(db, id) }
    }

    /// The latest proposals since the rulebook last changed, which may still be put into force.
    func openProposals() async throws -> [RulebookProposal] {
        try await database.read { db in
            try StoredRow.fetchAll(
                db,
                cached: """
                    \(Self.proposals) WHERE p.version_id IS NULL
                        AND p.proposed_at >= (SELECT max(since) FROM rulebook_version) ORDER BY p.id DESC LIMIT 5
                    """, as: RulebookProposal.init)
        }
    }

    private static func fetchProposal(_ db: Database, _ id: RulebookProposal.ID) throws -> RulebookProposal? {
        try StoredRow.fetchOne(db, cached: "\(proposals) WHERE p.id = ?", arguments: [id], as: RulebookProposal.init)
    }

    private static let proposals =
        "SELECT p.*, m.name AS proposed_by_name FROM rulebook_proposal p JOIN member m ON m.id = p.proposed_by"

    /// Stores a valid rulebook as a proposal, without effect so far.
    /// - Returns: the path of the page with its impact.
    func propose(_ rulebook: Rulebook, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            try db.execute(
                cached: "INSERT INTO rulebook_proposal (yaml, proposed_at, proposed_by) VALUES (?, ?, ?)",
                arguments: [rulebook.yaml, stamp.at, stamp.member])
            let id: RulebookProposal.ID = db.lastInsertedID()
            try audit.append(db, .rulebookProposed, .company, stamp, detail: ["proposal": String(id)])
            return Paths.proposal(id)
        }
    }

    /// Puts a proposal into force: stores a new version, and starts replanning all projects.
    /// - Parameter version: in force when the page with the impact was shown.
    /// - Throws: `StaleVersion` when another one is in force by now, `Refusal`.
    func putIntoForce(
        _ id: RulebookProposal.ID, instead version: Int, because reason: String, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) {
            [audit = database.audit, effects = database.effects, rules] db, stamp in
            guard let proposal = try Self.fetchProposal(db, id) else { throw Refusal.notFound }
            guard proposal.versionID == nil else { throw Refusal.conflict("in-force-already") }
            guard try Self.fetchInForce(db)?.id == version else { throw StaleVersion() }
            let rulebook = try Rulebook(stored: proposal.yaml)
            let new = try Self.insertVersion(db, proposal.yaml, because: reason, stamp)
            try db.execute(
                cached: "UPDATE rulebook_proposal SET version_id = ? WHERE id = ?", arguments: [new, id])
            try ReplanningRunStore.begin(db, at: stamp.at)
            try audit.append(db, .rulebookPutIntoForce, .company, stamp, detail: ["version": String(new)])
            effects.addBeforeNext { rules.put(rulebook) }
            return Paths.rulebook
        }
    }
}

extension RulebookVersion {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), yaml: try row.value("yaml"), since: try row.value("since"),
            putBy: try row.value("put_by_name"), reason: try row.value("reason"))
    }
}

extension RulebookProposal {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), yaml: try row.value("yaml"), proposedAt: try row.value("proposed_at"),
            proposedBy: try row.value("proposed_by_name"),
            versionID: try row.value("version_id"))
    }
}
