import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about a proposal's impact: a dry run in batches, which plans nothing.
struct ProposalImpactStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    private static let batch = 200

    /// The impact known so far; restarted when another rulebook has come into force.
    func find(_ proposal: RulebookProposal, against version: Int) async throws -> ProposalImpact {
        try await database.write { db in
            let known = try Int.fetchOne(
                db, cached: "SELECT version_id FROM rulebook_comparison WHERE proposal_id = ?", arguments: [proposal.id]
            )
            if known != version {
                try db.execute(
                    cached: """
                        INSERT OR REPLACE INTO rulebook_comparison (proposal_id, version_id, projects)
                        SELECT ?, ?, count(*) FROM project
                        """,
                    arguments: [proposal.id, version])
            }
            return try Self.fetch(db, proposal.id) ?? .nothing
        }
    }

    private static func fetch(_ db: Database, _ proposal: RulebookProposal.ID) throws -> ProposalImpact? {
        try StoredRow.fetchOne(
            db, cached: "SELECT * FROM rulebook_comparison WHERE proposal_id = ?", arguments: [proposal],
            as: ProposalImpact.init)
    }

    /// The proposal of the latest unfinished comparison that still matters.
    func unfinished() async throws -> RulebookProposal.ID? {
        try await database.read { db in
            try RulebookProposal.ID.fetchOne(
                db,
                cached: """
                    SELECT c.proposal_id FROM rulebook_comparison c JOIN rulebook_proposal p ON p.id = c.proposal_id
                    WHERE NOT c.is_finished AND p.version_id IS NULL
                        AND c.version_id = (SELECT max(id) FROM rulebook_version)
                    ORDER BY c.proposal_id DESC LIMIT 1
                    """)
        }
    }

    /// Compares the next batch of projects.
    /// - Returns: whether any are left.
    func carryOn(_ proposal: RulebookProposal.ID, by rulebook: Rulebook, today: Day) async throws -> Bool {
        let planSync = PlanSync(rulebook: rulebook, calendar: rules.calendar)
        let found = try await database.readAside { db in try Self.compare(db, proposal, planSync, today: today) }
        guard let found else { return false }
        try await database.write { db in try Self.store(db, found, proposal) }
        return !found.isLast
    }

    private struct Batch: Sendable {
        let from: Int
        let to: Int
        let compared: Int
        let affected: Int
        let change: PlanChange
        let overdue: Int
        let changes: [PlannedChange]
        let isLast: Bool
    }

    private static func compare(
        _ db: Database, _ proposal: RulebookProposal.ID, _ planSync: PlanSync, today: Day
    ) throws -> Batch? {
        let from = try Int.fetchOne(
            db, cached: "SELECT last_project_id FROM rulebook_comparison WHERE proposal_id = ? AND NOT is_finished",
            arguments: [proposal])
        guard let from else { return nil }
        let rows = try StoredRow.fetchAll(
            db, cached: "SELECT id, number, planned_until FROM project WHERE id > ? ORDER BY id LIMIT ?",
            arguments: [from, batch])
        var (changes, count, affected, overdue): ([PlannedChange], PlanChange, Int, Int) = ([], PlanChange(), 0, 0)
        for row in rows {
            let (id, number, until): (Project.ID, String, Day) = (
                try row.value("id"), try row.value("number"), try row.value("planned_until")
            )
            // Compared only as far as plans are stored: anything later is not a change.
            let difference = try planSync.difference(db, project: id, until: until)
            guard difference.count != PlanChange() else { continue }
            affected += 1
            count = count + difference.count
            overdue += difference.overdue(on: today)
            if changes.count < ProposalImpact.shown { changes += difference.changes(of: (id, number)) }
        }
        return try Batch(
            from: from, to: rows.last?.value("id") ?? from, compared: rows.count, affected: affected, change: count,
            overdue: overdue, changes: changes, isLast: rows.count < batch)
    }

    /// Of two concurrent comparisons of the same projects only the first is stored.
    private static func store(_ db: Database, _ found: Batch, _ proposal: RulebookProposal.ID) throws {
        let last = try Int.fetchOne(
            db, cached: "SELECT last_project_id FROM rulebook_comparison WHERE proposal_id = ? AND NOT is_finished",
            arguments: [proposal])
        guard last == found.from, let known = try fetch(db, proposal) else { return }
        let examples = (known.examples + found.changes).prefix(ProposalImpact.shown)
        try db.execute(
            cached: """
                UPDATE rulebook_comparison SET last_project_id = :last, compared = compared + :compared,
                    affected = affected + :affected, added = added + :added, moved = moved + :moved,
                    removed = removed + :removed, overdue = overdue + :overdue, examples = :examples,
                    is_finished = :isFinished
                WHERE proposal_id = :proposal
                """,
            arguments: [
                "last": found.to, "compared": found.compared, "affected": found.affected, "added": found.change.added,
                "moved": found.change.moved, "removed": found.change.removed, "overdue": found.overdue,
                "examples": String(decoding: try JSONEncoder().encode(Array(examples)), as: UTF8.self),
                "isFinished": found.isLast, "proposal": proposal,
            ])
    }
}

extension ProposalImpact {
    fileprivate static let nothing = ProposalImpact(
        projects: 0, compared: 0, affected: 0, change: PlanChange(), overdue: 0, examples: [], isFinished: true)

    fileprivate init(row: StoredRow) throws {
        let examples: String = try row.value("examples")
        self.init(
            projects: try row.value("projects"), compared: try row.value("compared"),
            affected: try row.value("affected"),
            change: PlanChange(
                added: try row.value("added"), moved: try row.value("moved"), removed: try row.value("removed")),
            overdue: try row.value("overdue"),
            examples: try JSONDecoder().decode([PlannedChange].self, from: Data(examples.utf8)),
            isFinished: try row.value("is_finished"))
    }
}
