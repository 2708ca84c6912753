import Forms
import Foundation
import GRDB

/// Every statement about handovers and their reversal (ACC-9).
struct HandoverStore: Sendable {
    let database: AppDatabase
    let zone: TimeZone

    /// Hands over what the input says; follow-ups that are done stay under their agent's name.
    /// - Throws: `Refusal.conflict` when there is nothing to hand over, or a recipient can have no follow-ups any more.
    func handOver(
        _ wish: HandoverInput, because reason: String, today: Day, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database, zone] db, stamp in
            try Self.check(db, wish)
            let loads = try Self.loads(db, wish, today: today, zone)
            let issues =
                wish.extent.takesEverything
                ? try IssueStore.handOver(db, database.audit, from: wish.from, to: wish.to, because: reason, stamp) : 0
            guard !loads.isEmpty || issues > 0 else { throw Refusal.conflict("nothing-to-hand-over") }
            let handover = try Self.insert(db, wish.from, wish.extent, because: reason, stamp)
            for (load, agent) in HandoverSpread.assign(loads, to: wish.to) {
                let owed = Self.owed(wish, of: load.project, today: today, zone)
                try Self.give(db, owed.sql, owed.arguments, to: agent, in: handover)
                guard wish.extent == .forGood, try Self.isOwner(db, wish.from, of: load.project) else { continue }
                try Self.give(db, project: load.project, to: agent, in: handover)
            }
            try database.audit.append(
                db, .handedOver, .member(wish.from), stamp,
                detail: [
                    "calls": String(loads.reduce(0) { $0 + $1.calls }), "issues": String(issues),
                    "to": wish.to.map(String.init).joined(separator: ", "),
                ])
            return Paths.handover(handover)
        }
    }

    /// Hands one owed follow-up to another agent (CAD-4).
    /// - Throws: `Refusal.conflict` when it is no longer owed, or the agent can have none.
    func handOver(
        call: FollowUp.ID, to agent: Member.ID, because reason: String, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let current = try FollowUpStore.fetch(db, call) else { throw Refusal.notFound }
            guard current.state == .owed else { throw Refusal.conflict("not-open-any-more") }
            guard current.agentID != agent else { throw Refusal.conflict("theirs-already") }
            try Self.check(db, HandoverInput(from: current.agentID, to: [agent], extent: .oneCall))
            let handover = try Self.insert(db, current.agentID, .oneCall, because: reason, stamp)
            try Self.give(db, "f.id = ?", [call], to: agent, in: handover)
            try database.audit.append(
                db, .followUpReassigned, .followUp(call, project: current.projectID), stamp,
                detail: ["to": String(agent)])
            return Paths.followUp(call)
        }
    }

    private static func check(_ db: Database, _ wish: HandoverInput) throws {
        guard !wish.to.isEmpty, !wish.to.contains(wish.from) else { throw Refusal.malformed }
        for agent in wish.to where try MemberStore.fetch(db, agent)?.canCall != true {
            throw Refusal.conflict("no-agent-any-more")
        }
    }

    private static func insert(
        _ db: Database, _ from: Member.ID, _ extent: Handover.Extent, because reason: String, _ stamp: Stamp
    ) throws -> Handover.ID {
        try db.execute(
            cached: """
                INSERT INTO handover (from_id, decided_by, decided_at, extent, due_from, due_until, reason,
                    last_follow_up_id)
                VALUES (:from, :decidedBy, :decidedAt, :extent, :dueFrom, :dueUntil, :reason,
                    (SELECT ifnull(max(id), 0) FROM follow_up))
                """,
            arguments: [
                "from": from, "decidedBy": stamp.member, "decidedAt": stamp.at, "extent": extent.kind.rawValue,
                "dueFrom": extent.days?.lowerBound, "dueUntil": extent.days?.upperBound, "reason": reason,
            ])
        return db.lastInsertedID()
    }

    /// - Parameter condition: about the follow-ups `f` to hand over.
    private static func give(
        _ db: Database, _ condition: String, _ arguments: StatementArguments, to agent: Member.ID,
        in handover: Handover.ID
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO handover_item (handover_id, follow_up_id, to_id)
                SELECT ?, f.id, ? FROM follow_up f WHERE \(condition)
                """,
            arguments: [handover, agent] + arguments)
        try db.execute(
            cached: "UPDATE follow_up AS f SET agent_id = ?, version = version + 1 WHERE \(condition)",
            arguments: [agent] + arguments)
    }

    private static func give(
        _ db: Database, project: Project.ID, to agent: Member.ID, in handover: Handover.ID
    ) throws {
        try db.execute(
            cached: "INSERT INTO handover_project (handover_id, project_id, to_id) VALUES (?, ?, ?)",
            arguments: [handover, project, agent])
        try db.execute(
            cached: "UPDATE project SET agent_id = ?, version = version + 1 WHERE id = ?",
            arguments: [agent, project])
    }
}
