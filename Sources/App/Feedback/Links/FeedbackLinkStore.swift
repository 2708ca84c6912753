import Foundation
import GRDB

/// Every statement about feedback links (FBK-1).
struct FeedbackLinkStore: Sendable {
    let database: AppDatabase
    let tokens: FeedbackTokens

    /// Makes a link for a project, which replaces an unused one.
    /// - Throws: `Refusal.notFound` when there is no such project.
    func make(for project: Project.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp) async throws {
        _ = try await database.once(submission, stamp) { [audit = database.audit, tokens] db, stamp in
            _ = try Self.make(db, audit, tokens, for: project, by: member.id, stamp)
            return Paths.projectFeedback(project)
        }
    }

    /// Makes links for many projects at once.
    /// - Returns: the path of their cards.
    func make(
        forAll projects: [Project.ID], by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, tokens] db, stamp in
            Paths.feedbackCards(
                try projects.map { try Self.make(db, audit, tokens, for: $0, by: member.id, stamp) })
        }
    }

    /// Projects after their warranty procedure without feedback and without an open link; the latest first (FBK-4).
    func withoutFeedback(at now: Date) async throws -> [ProjectWithoutFeedback] {
        try await database.read { db in
            try StoredRow.fetchAll(
                db,
                cached: """
                    SELECT p.id, p.number, c.name, p.agent_id, a.name AS agent_name, m.happened_on FROM milestone m
                    JOIN project p ON p.id = m.project_id JOIN customer c ON c.id = p.customer_id
                    JOIN member a ON a.id = p.agent_id
                    WHERE m.kind = 'warranty-procedure' AND m.happened_on IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.project_id = p.id)
                        AND NOT EXISTS (SELECT 1 FROM feedback_link l WHERE l.project_id = p.id
                            AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > ?)
                    ORDER BY m.happened_on DESC, p.id LIMIT ?
                    """,
                arguments: [now, ProjectWithoutFeedback.most]
            ) {
                ProjectWithoutFeedback(
                    id: try $0.value("id"), number: try $0.value("number"), customer: try $0.value("name"),
                    agent: MemberName(id: try $0.value("agent_id"), name: try $0.value("agent_name")),
                    done: try $0.value("happened_on"))
            }
        }
    }

    /// The open ones among these links, in this order.
    func open(_ ids: [FeedbackLink.ID], at now: Date) async throws -> [FeedbackLink] {
        try await database.read { db in
            try ids.compactMap { try Self.fetch(db, $0) }.filter { $0.state(at: now) == .open }
        }
    }

    private static func make(
        _ db: Database, _ audit: AuditTrail, _ tokens: FeedbackTokens, for project: Project.ID,
        by member: Member.ID, _ stamp: Stamp
    ) throws -> FeedbackLink.ID {
        guard try ProjectStore.fetch(db, project) != nil else { throw Refusal.notFound }
        try db.execute(
            cached: """
                UPDATE feedback_link SET revoked_at = ?, revoked_by = ?
                WHERE project_id = ? AND used_at IS NULL AND revoked_at IS NULL
                """,
            arguments: [stamp.at, member, project])
        let nonce = Sodium.token(bytes: 18)
        try db.execute(
            cached: """
                INSERT INTO feedback_link (project_id, nonce, token_hash, made_by, made_at, expires_at)
                VALUES (:project, :nonce, :tokenHash, :madeBy, :madeAt, :expiresAt)
                """,
            arguments: [
                "project": project, "nonce": nonce, "tokenHash": tokens.hash(tokens.token(nonce)), "madeBy": member,
                "madeAt": stamp.at, "expiresAt": stamp.at.addingTimeInterval(Double(FeedbackLink.days) * 86_400),
            ])
        let id: FeedbackLink.ID = db.lastInsertedID()
        try audit.append(db, .feedbackLinkMade, .project(project), stamp)
        return id
    }

    /// - Returns: the link's project.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when it was used or revoked already.
    func revoke(_ id: FeedbackLink.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp) async throws
        -> String
    {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let link = try Self.fetch(db, id) else { throw Refusal.notFound }
            switch link.state(at: stamp.at) {
            case .open, .expired: break
            case .used: throw Refusal.conflict("link-used")
            case .revoked: throw Refusal.conflict("link-revoked")
            }
            try db.execute(
                cached: "UPDATE feedback_link SET revoked_at = ?, revoked_by = ? WHERE id = ?",
                arguments: [stamp.at, member.id, id])
            try audit.append(db, .feedbackLinkRevoked, .project(link.project), stamp)
            return Paths.projectFeedback(link.project)
        }
    }

    func find(_ id: FeedbackLink.ID) async throws -> FeedbackLink? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    /// The link of a token, in whatever state. The lookup is by hash, so it takes the same time for any token.
    func find(token: String) async throws -> FeedbackLink? {
        let hash = tokens.hash(token)
        return try await database.read { db in try Self.fetch(db, hash: hash) }
    }

    static func fetch(_ db: Database, hash: String) throws -> FeedbackLink? {
        try StoredRow.fetchOne(
            db, cached: selection + " WHERE l.token_hash = ?", arguments: [hash], as: FeedbackLink.init)
    }

    static func fetch(_ db: Database, _ id: FeedbackLink.ID) throws -> FeedbackLink? {
        try StoredRow.fetchOne(db, cached: selection + " WHERE l.id = ?", arguments: [id], as: FeedbackLink.init)
    }

    /// The latest link of a project.
    static func fetchLatest(_ db: Database, of project: Project.ID) throws -> FeedbackLink? {
        try StoredRow.fetchOne(
            db, cached: selection + " WHERE l.project_id = ? ORDER BY l.id DESC LIMIT 1", arguments: [project],
            as: FeedbackLink.init)
    }

    /// - Returns: false when it was used or revoked meanwhile.
    static func use(_ db: Database, _ id: FeedbackLink.ID, at now: Date) throws -> Bool {
        try db.execute(
            cached: """
                UPDATE feedback_link SET used_at = ?
                WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?
                """,
            arguments: [now, id, now])
        return db.changesCount == 1
    }

    private static let selection = """
        SELECT l.*, p.number AS project_number, p.customer_id, c.name AS customer_name, c.form_of_address,
            m.name AS made_by_name
        FROM feedback_link l JOIN project p ON p.id = l.project_id JOIN customer c ON c.id = p.customer_id
        JOIN member m ON m.id = l.made_by
        """
}

extension FeedbackLink {
    init(row: StoredRow) throws {
        id = try row.value("id")
        project = try row.value("project_id")
        projectNumber = try row.value("project_number")
        customer = CustomerName(
            id: try row.value("customer_id"), name: try row.value("customer_name"),
            formOfAddress: try row.value("form_of_address"))
        nonce = try row.value("nonce")
        madeBy = MemberName(id: try row.value("made_by"), name: try row.value("made_by_name"))
        madeAt = try row.value("made_at")
        expiresAt = try row.value("expires_at")
        usedAt = try row.value("used_at")
        revokedAt = try row.value("revoked_at")
    }
}
