import Forms
import Foundation
import GRDB
import Rulebooks

/// Reads issues, always within a member's scope.
extension IssueStore {
    func find(_ id: CustomerIssue.ID, visibleTo member: Member) async throws -> CustomerIssue? {
        try await database.read { db in try Self.fetch(db, id, visibleTo: member) }
    }

    static func fetch(_ db: Database, _ id: CustomerIssue.ID, visibleTo member: Member) throws -> CustomerIssue? {
        try fetch(db, id).flatMap { Permissions.issues(for: member).shows($0) ? $0 : nil }
    }

    static func fetch(_ db: Database, _ id: CustomerIssue.ID) throws -> CustomerIssue? {
        try StoredRow.fetchOne(db, cached: "\(selection) WHERE i.id = ?", arguments: [id], as: CustomerIssue.init)
    }

    /// SELECT of an issue; conditions are appended about `i`.
    static let selection = """
        SELECT i.*, c.name AS customer_name, c.form_of_address, p.number AS project_number,
            p.site_address AS project_address, t.name AS taken_by_name, o.name AS owner_name, w.name AS concerned_name
        FROM issue i LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN project p ON p.id = i.project_id
        LEFT JOIN member t ON t.id = i.taken_by LEFT JOIN member o ON o.id = i.owner_id
        LEFT JOIN member w ON w.id = i.concerned_id
        """

    /// SELECT of a step; conditions are appended about `e`.
    static let stepSelection = """
        SELECT e.*, b.name AS by_name, m.name AS member_name FROM issue_event e
        LEFT JOIN member b ON b.id = e.by_id LEFT JOIN member m ON m.id = e.member_id
        """

    static func fetchSteps(_ db: Database, of issue: CustomerIssue.ID) throws -> [IssueStep] {
        try StoredRow.fetchAll(
            db, cached: "\(stepSelection) WHERE e.issue_id = ? ORDER BY e.number", arguments: [issue],
            as: IssueStep.init)
    }

    private static func fetchMisses(_ db: Database, of issue: CustomerIssue.ID) throws -> [NotedMiss] {
        try StoredRow.fetchAll(
            db, cached: "SELECT * FROM issue_miss WHERE issue_id = ? ORDER BY number", arguments: [issue]
        ) { row in
            let miss = try IssueMiss(kind: row.value("due_for"), at: row.value("due_at"), told: row.value("told"))
            return NotedMiss(miss: miss, notedAt: try row.value("noted_at"))
        }
    }

    /// The terms under which it was raised.
    static func fetchTerms(_ db: Database, of issue: CustomerIssue.ID) throws -> IssueTerms {
        let text = try String.fetchOne(
            db, cached: "SELECT t.terms FROM issue i JOIN issue_terms t ON t.id = i.terms_id WHERE i.id = ?",
            arguments: [issue])
        return try readTerms(text ?? "")
    }

    /// - Throws: `UnreadableValue`, so that damage is told as damage (RUN-4).
    static func readTerms(_ text: String) throws -> IssueTerms {
        do {
            return try knownTerms.decode(text)
        } catch is DecodingError {
            throw UnreadableValue.text("terms")
        }
    }

    /// Many issues were raised under the same terms.
    private static let knownTerms = DecodedTexts<IssueTerms>(most: 1_000)

    /// The issues of a project, the latest first.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [CustomerIssue] {
        try StoredRow.fetchAll(
            db, cached: "\(selection) WHERE i.project_id = ? ORDER BY i.id DESC LIMIT 50", arguments: [project],
            as: CustomerIssue.init)
    }

    /// All data of an issue's page.
    func findWhole(_ id: CustomerIssue.ID, visibleTo member: Member) async throws -> IssueOverview? {
        try await database.read { [zone] db in
            guard let issue = try Self.fetch(db, id, visibleTo: member) else { return nil }
            let sight = Permissions.issues(for: member)
            let linked = try StoredRow.fetchAll(
                db,
                cached: """
                    \(Self.selection) WHERE i.id IN (SELECT earlier_id FROM issue_link WHERE issue_id = ?
                        UNION SELECT issue_id FROM issue_link WHERE earlier_id = ?) ORDER BY i.id DESC LIMIT 20
                    """,
                arguments: [id, id], as: CustomerIssue.init)
            let steps = try Self.fetchSteps(db, of: id)
            let terms = try Self.fetchTerms(db, of: id)
            let orders = try steps.filter { $0.kind == .happening(.ordered) }.compactMap(\.order)
                .compactMap { try WorkOrderStore.fetch(db, $0) }
            return IssueOverview(
                issue: issue, steps: steps, life: try IssueLife(steps), misses: try Self.fetchMisses(db, of: id),
                terms: terms,
                clock: IssueClock(steps.compactMap(\.event), urgency: issue.urgency, under: terms, in: zone),
                linked: linked.filter(sight.shows), orders: orders.filter(Permissions.workOrders(for: member).shows),
                phones: try Self.phones(db, of: issue), staff: try MemberStore.fetchAll(db))
        }
    }

    /// Audits that somebody saw an issue's phone numbers in full (ACC-8).
    func notePhonesShown(of issue: CustomerIssue, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try audit.append(db, .phoneShown, .issue(issue.id, project: issue.project?.id), stamp)
        }
    }

    private static func phones(_ db: Database, of issue: CustomerIssue) throws -> [PhoneNumber] {
        let given = PhoneNumber(stored: issue.callerPhone).map { [$0] } ?? []
        let registered = try issue.customer.flatMap { try CustomerStore.fetch(db, $0.id) }?.details.phones ?? []
        return given + registered.filter { !given.contains($0) }
    }

    /// Issues of the same project and category that are open, or of the last quarter (ISS-5).
    func earlier(like issue: RaisedIssue, for member: Member, at now: Date) async throws -> EarlierIssues {
        guard let project = issue.project, let category = issue.category else { return EarlierIssues() }
        return try await database.read { db in
            let all = try StoredRow.fetchAll(
                db,
                cached: """
                    \(Self.selection) WHERE i.project_id = ? AND i.category = ? AND (i.is_open = 1 OR i.raised_at > ?)
                    ORDER BY i.id DESC LIMIT 10
                    """,
                arguments: [project, category, now.addingTimeInterval(-90 * 86_400)], as: CustomerIssue.init)
            return EarlierIssues(all, for: member)
        }
    }
}

extension CustomerIssue {
    init(row: StoredRow) throws {
        let customer: Customer.ID? = try row.value("customer_id")
        let project: Project.ID? = try row.value("project_id")
        let duty: Duty? = try row.value("duty")
        self.init(
            id: try row.value("id"), number: try row.value("number"),
            customer: try customer.map {
                CustomerName(
                    id: $0, name: try row.value("customer_name"),
                    formOfAddress: try row.value("form_of_address"))
            },
            project: try project.map {
                ProjectNumber(
                    id: $0, number: try row.value("project_number"), siteAddress: try row.value("project_address"))
            },
            source: try row.value("source"), sourceID: try row.value("source_id"), words: try row.value("words"),
            callerName: try row.value("caller_name"),
            callerPhone: try row.value("caller_phone"), isComplaint: try row.value("is_complaint"),
            category: try row.value("category"),
            urgency: try row.value("urgency"), department: try row.value("department"),
            concerned: try duty.flatMap { duty in
                try MemberName(row, "concerned_id", "concerned_name").map { Concerned(duty: duty, member: $0) }
            },
            takenBy: try MemberName(row, "taken_by", "taken_by_name"),
            owner: try MemberName(row, "owner_id", "owner_name"),
            raisedAt: try row.value("raised_at"), state: try row.value("state"), isOpen: try row.value("is_open"),
            isImportant: try row.value("is_important"),
            due: try NextDeadline(row), misses: try row.value("misses"), version: try row.value("version"))
    }
}

extension CustomerIssue.NextDeadline {
    fileprivate init?(_ row: StoredRow) throws {
        guard let kind: IssueDeadline.Kind = try row.value("due_for") else { return nil }
        self.init(kind: kind, at: try row.value("due_at"))
    }
}

extension MemberName {
    fileprivate init?(_ row: StoredRow, _ id: String, _ name: String) throws {
        guard let found: Member.ID = try row.value(id) else { return nil }
        self.init(id: found, name: try row.value(name) ?? "")
    }
}

extension IssueStep.Kind {
    init(row: StoredRow) throws {
        let stored = IssueEventRow(
            kind: try row.value("kind"), category: try row.value("category"), department: try row.value("department"),
            answer: try row.value("answer"), promisedAt: try row.value("promised_at"))
        if let happening = IssueHappening(stored) {
            self = .happening(happening)
        } else if let other = Self.others[stored.kind] {
            self = other
        } else {
            throw UnreadableValue.text("kind")
        }
    }

    private static let others: [String: IssueStep.Kind] = [
        "handed-over": .handedOver, "identified": .identified, "customer-added": .customerAdded,
    ]
}

extension IssueStep {
    init(row: StoredRow) throws {
        self.init(
            kind: try Kind(row: row), at: try row.value("at"), by: try MemberName(row, "by_id", "by_name"),
            text: try row.value("text"), amount: try row.value("amount_fen"),
            member: try MemberName(row, "member_id", "member_name"), order: try row.value("order_id"))
    }
}
