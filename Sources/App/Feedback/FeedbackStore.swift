import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about feedback except reading its content, which is behind `FeedbackDoorStore`.
struct FeedbackStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone
    let tokens: FeedbackTokens

    /// Stores a customer's answer by a link: the link is used up, an issue is raised if needed, and follow-ups about
    /// the missing form are dropped (FBK-1, FBK-3, FBK-4).
    /// - Returns: whether this call stored it; only then does the browser get a receipt to read it again.
    /// - Throws: `FeedbackLinkClosed` when the link is not open any more.
    func submit(
        _ content: FeedbackContent, by token: String, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> Bool {
        let hash = tokens.hash(token)
        // The result's path holds the token, which must not be stored.
        let result = try await database.noting(submission, stamp) { [self] db, stamp in
            guard let link = try FeedbackLinkStore.fetch(db, hash: hash) else { throw Refusal.notFound }
            guard try FeedbackLinkStore.use(db, link.id, at: stamp.at) else {
                throw FeedbackLinkClosed(link: link)
            }
            let source = Source(project: link.project, link: link.id, channel: .link, day: Day(stamp.at, in: zone))
            _ = try store(db, content, source, stamp)
            return Paths.home
        }
        return result.isFirst
    }

    /// Stores feedback from paper or by word of mouth, entered by a member of staff (FBK-5).
    /// - Returns: the path where it is shown.
    func enter(
        _ content: FeedbackContent, of project: Project.ID, _ channel: FeedbackChannel, on day: Day,
        _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            let id = try store(db, content, Source(project: project, link: nil, channel: channel, day: day), stamp)
            return Paths.feedbackRecord(id)
        }
    }

    private struct Source {
        let project: Project.ID
        let link: FeedbackLink.ID?
        let channel: FeedbackChannel
        let day: Day
    }

    private func store(
        _ db: Database, _ content: FeedbackContent, _ source: Source, _ stamp: Stamp
    ) throws -> Feedback.ID {
        guard let project = try ProjectStore.fetch(db, source.project) else { throw Refusal.notFound }
        try db.execute(
            cached: """
                INSERT INTO feedback (number, project_id, link_id, channel, received_on, submitted_at, entered_by, seals_at)
                VALUES (:number, :project, :link, :channel, :receivedOn, :submittedAt, :enteredBy, :sealsAt)
                """,
            arguments: [
                "number": try DailyNumber.next(db, "FK", of: .feedback, on: Day(stamp.at, in: zone)),
                "project": source.project, "link": source.link, "channel": source.channel.rawValue,
                "receivedOn": source.day, "submittedAt": stamp.at, "enteredBy": stamp.member,
                "sealsAt": rules.rulebook.filingDeadline(after: stamp.at, in: zone),
            ])
        let id: Feedback.ID = db.lastInsertedID()
        try FeedbackContentStore.insert(db, content, of: id)
        if content.needsAnswer {
            let words = FeedbackIssueWords(content, Words(.simplified, zone: zone)).text
            try raise(db, words, of: id, project, stamp)
        }
        try rules.planSync.replan(db, project: source.project, today: Day(stamp.at, in: zone))
        try database.audit.append(
            db, .feedbackReceived, .feedback(id, project: source.project), stamp,
            detail: ["channel": source.channel.rawValue])
        return id
    }

    /// Raises an issue with what the department needs to act, and nothing else of the content (ISS-1).
    private func raise(
        _ db: Database, _ words: String, of id: Feedback.ID, _ project: Project, _ stamp: Stamp
    ) throws {
        let issue = RaisedIssue(
            customer: project.customer.id, project: project.id, source: .feedback, sourceID: id.number, words: words,
            isComplaint: false, owner: project.details.agentID)
        let raised = try IssueStore.raise(db, database.audit, issue, under: rules.current, in: zone, stamp)
        try db.execute(cached: "UPDATE feedback SET issue_id = ? WHERE id = ?", arguments: [raised, id])
    }

    /// Adds a customer's further words from the same browser, within a day (FBK-1).
    /// - Throws: `Refusal.notFound`; `FeedbackLinkClosed` when the day is over; `FeedbackIsFull`.
    func add(_ words: String, by link: FeedbackLink, _ submission: SubmissionID, _ stamp: Stamp) async throws {
        _ = try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let feedback = try Self.fetch(db, ofLink: link.id) else { throw Refusal.notFound }
            guard feedback.isOpenToCustomer(at: stamp.at) else { throw FeedbackLinkClosed(link: link) }
            guard try FeedbackContentStore.add(db, words, to: feedback.id, at: stamp.at) else { throw FeedbackIsFull() }
            let isKnown = try feedback.issue.map { try IssueStore.add(db, audit, words, to: $0, stamp) } ?? false
            if !isKnown, let project = try ProjectStore.fetch(db, feedback.project.id) {
                try raise(db, words, of: feedback.id, project, stamp)
            }
            try audit.append(
                db, .feedbackAdded, .feedback(feedback.id, project: feedback.project.id), stamp)
            return Paths.home
        }
    }

    // MARK: Reading what is open to see

    func find(_ id: Feedback.ID) async throws -> Feedback? {
        try await database.read { db in try Self.fetch(db, "f.id = ?", [id]) }
    }

    func find(ofLink link: FeedbackLink.ID) async throws -> Feedback? {
        try await database.read { db in try Self.fetch(db, ofLink: link) }
    }

    /// A project's latest link, and all its feedback, the latest first.
    func page(of project: Project.ID) async throws -> ProjectFeedback? {
        try await database.read { db in
            guard let one = try ProjectStore.fetch(db, project) else { return nil }
            return ProjectFeedback(
                project: one,
                agreesToSMS: try CustomerStore.fetch(db, one.customer.id)?.details.agreesToSMS ?? false,
                link: try FeedbackLinkStore.fetchLatest(db, of: project), all: try Self.fetchAll(db, of: project))
        }
    }

    func all(of project: Project.ID) async throws -> [Feedback] {
        try await database.read { db in try Self.fetchAll(db, of: project) }
    }

    static func fetchAll(_ db: Database, of project: Project.ID) throws -> [Feedback] {
        try StoredRow.fetchAll(
            db, cached: selection + " WHERE f.project_id = ? ORDER BY f.id DESC LIMIT 100", arguments: [project],
            as: Feedback.init)
    }

    /// Whether the customer's form has come in (FBK-4).
    static func exists(_ db: Database, of project: Project.ID) throws -> Bool {
        try Bool.fetchOne(
            db, cached: "SELECT EXISTS (SELECT 1 FROM feedback WHERE project_id = ?)",
            arguments: [project]) ?? false
    }

    static func fetch(_ db: Database, ofLink link: FeedbackLink.ID) throws -> Feedback? {
        try fetch(db, "f.link_id = ?", [link])
    }

    static func fetch(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> Feedback? {
        try StoredRow.fetchOne(db, cached: selection + " WHERE \(condition)", arguments: arguments, as: Feedback.init)
    }

    static let selection = """
        SELECT f.*, p.number AS project_number, p.site_address, p.agent_id, p.customer_id, c.name AS customer_name,
            a.name AS agent_name, m.name AS entered_by_name
        FROM feedback f JOIN project p ON p.id = f.project_id JOIN customer c ON c.id = p.customer_id
        JOIN member a ON a.id = p.agent_id LEFT JOIN member m ON m.id = f.entered_by
        """
}

/// The link was used or revoked, or expired, while its form was open.
struct FeedbackLinkClosed: Error {
    let link: FeedbackLink
}

/// The maximum of additions is reached.
struct FeedbackIsFull: Error {}

extension Feedback {
    init(row: StoredRow) throws {
        id = try row.value("id")
        number = try row.value("number")
        project = ProjectNumber(
            id: try row.value("project_id"), number: try row.value("project_number"),
            siteAddress: try row.value("site_address"))
        customer = try row.value("customer_id")
        customerName = try row.value("customer_name")
        agent = MemberName(id: try row.value("agent_id"), name: try row.value("agent_name"))
        channel = try row.value("channel")
        receivedOn = try row.value("received_on")
        submittedAt = try row.value("submitted_at")
        enteredBy = try (row.value("entered_by") as Member.ID?).map {
            try MemberName(id: $0, name: row.value("entered_by_name"))
        }
        sealsAt = try row.value("seals_at")
        issue = try row.value("issue_id")
    }
}
