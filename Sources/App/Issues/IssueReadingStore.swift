import Forms
import Foundation
import GRDB
import Rulebooks

/// Reading issues, always through the person who looks.
extension IssueStore {
    func find(_ id: CustomerIssue.ID, visibleTo member: Member) async throws -> CustomerIssue? {
        try await database.read { db in try Self.fetch(db, id, visibleTo: member) }
    }

    static func fetch(_ db: Database, _ id: CustomerIssue.ID, visibleTo member: Member) throws -> CustomerIssue? {
        try fetch(db, id).flatMap { Permissions.issues(for: member).shows($0) ? $0 : nil }
    }

    static func fetch(_ db: Database, _ id: CustomerIssue.ID) throws -> CustomerIssue? {
        try Row.fetchOne(db.cachedStatement(sql: "\(selection) WHERE i.id = ?"), arguments: [id])
            .flatMap(CustomerIssue.init)
    }

    /// What an issue is read from; conditions go on with `i`.
    static let selection = """
        SELECT i.*, c.name AS customer_name, c.form_of_address, p.number AS project_number,
            p.site_address AS project_address, t.name AS taken_by_name, o.name AS owner_name, w.name AS concerned_name
        FROM issue i LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN project p ON p.id = i.project_id
        LEFT JOIN member t ON t.id = i.taken_by LEFT JOIN member o ON o.id = i.owner_id
        LEFT JOIN member w ON w.id = i.concerned_id
        """

    static func fetchSteps(_ db: Database, of issue: CustomerIssue.ID) throws -> [IssueStep] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.*, b.name AS by_name, m.name AS member_name FROM issue_event e
                    LEFT JOIN member b ON b.id = e.by_id LEFT JOIN member m ON m.id = e.member_id
                    WHERE e.issue_id = ? ORDER BY e.number
                    """),
            arguments: [issue]
        ).compactMap(IssueStep.init)
    }

    private static func fetchMisses(_ db: Database, of issue: CustomerIssue.ID) throws -> [NotedMiss] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM issue_miss WHERE issue_id = ? ORDER BY number", arguments: [issue]
        ).compactMap { row in
            guard let kind = IssueDeadline.Kind(rawValue: row["due_for"]), let told = Superior(rawValue: row["told"])
            else { return nil }
            return NotedMiss(miss: IssueMiss(kind: kind, at: row["due_at"], told: told), notedAt: row["noted_at"])
        }
    }

    /// What was promised when it was raised.
    static func fetchTerms(_ db: Database, of issue: CustomerIssue.ID) throws -> IssueTerms {
        let text = try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT t.terms FROM issue i JOIN issue_terms t ON t.id = i.terms_id WHERE i.id = ?"),
            arguments: [issue])
        return try IssueTerms(text: text ?? "")
    }

    /// The issues of a project, the latest first.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [CustomerIssue] {
        try Row.fetchAll(
            db, sql: "\(selection) WHERE i.project_id = ? ORDER BY i.id DESC LIMIT 50", arguments: [project]
        ).compactMap(CustomerIssue.init)
    }

    /// All that the page of an issue shows.
    func findWhole(_ id: CustomerIssue.ID, visibleTo member: Member) async throws -> WholeIssue? {
        try await database.read { [zone] db in
            guard let issue = try Self.fetch(db, id, visibleTo: member) else { return nil }
            let sight = Permissions.issues(for: member)
            let linked = try Row.fetchAll(
                db,
                sql: """
                    \(Self.selection) WHERE i.id IN (SELECT earlier_id FROM issue_link WHERE issue_id = ?
                        UNION SELECT issue_id FROM issue_link WHERE earlier_id = ?) ORDER BY i.id DESC LIMIT 20
                    """,
                arguments: [id, id]
            ).compactMap(CustomerIssue.init)
            let steps = try Self.fetchSteps(db, of: id)
            let terms = try Self.fetchTerms(db, of: id)
            let orders = try steps.filter { $0.kind == .happening(.ordered) }.compactMap(\.order)
                .compactMap { try WorkOrderStore.fetch(db, $0) }
            return WholeIssue(
                issue: issue, steps: steps, misses: try Self.fetchMisses(db, of: id),
                terms: terms,
                clock: IssueClock(steps.compactMap(\.event), urgency: issue.urgency, under: terms, in: zone),
                linked: linked.filter(sight.shows), orders: orders.filter(Permissions.workOrders(for: member).shows),
                phones: try Self.phones(db, of: issue), staff: try MemberStore.fetchAll(db))
        }
    }

    /// Notes that somebody has seen the phones of an issue in full (ACC-8).
    func notePhonesShown(of issue: CustomerIssue, _ stamp: Stamp) async throws {
        try await database.write { [audit = database.audit] db in
            try audit.append(db, .phoneShown, .issue(issue.id, project: issue.project?.id), stamp)
        }
    }

    private static func phones(_ db: Database, of issue: CustomerIssue) throws -> [PhoneNumber] {
        let given = PhoneNumber(stored: issue.callerPhone).map { [$0] } ?? []
        let registered = try issue.customer.flatMap { try CustomerStore.fetch(db, $0.id) }?.details.phones ?? []
        return given + registered.filter { !given.contains($0) }
    }

    /// Open issues, and those of the last quarter, of the same project and category (ISS-5).
    func earlier(like issue: RaisedIssue, at now: Date) async throws -> [CustomerIssue] {
        guard let project = issue.project, let category = issue.category else { return [] }
        return try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    \(Self.selection) WHERE i.project_id = ? AND i.category = ? AND (i.is_open = 1 OR i.raised_at > ?)
                    ORDER BY i.id DESC LIMIT 10
                    """,
                arguments: [project, category, now.addingTimeInterval(-90 * 86_400)]
            ).compactMap(CustomerIssue.init)
        }
    }
}

extension CustomerIssue {
    /// Nil for what a later version of the program wrote.
    init?(row: Row) {
        guard let source = IssueSource(rawValue: row["source"]), let urgency = Urgency(rawValue: row["urgency"]),
            let state = IssueState(rawValue: row["state"])
        else { return nil }
        let customer: Int? = row["customer_id"]
        let project: Int? = row["project_id"]
        let duty = (row["duty"] as String?).flatMap(Duty.init)
        self.init(
            id: row["id"], number: row["number"],
            customer: customer.map {
                CustomerName(
                    id: $0, name: row["customer_name"],
                    formOfAddress: FormOfAddress(rawValue: row["form_of_address"]) ?? .none)
            },
            project: project.map {
                ProjectNumber(id: $0, number: row["project_number"], siteAddress: row["project_address"])
            },
            source: source, sourceID: row["source_id"], words: row["words"], callerName: row["caller_name"],
            callerPhone: row["caller_phone"], isComplaint: row["is_complaint"], category: row["category"],
            urgency: urgency, department: row["department"],
            concerned: duty.flatMap { duty in
                MemberName(row, "concerned_id", "concerned_name").map { Concerned(duty: duty, member: $0) }
            },
            takenBy: MemberName(row, "taken_by", "taken_by_name"), owner: MemberName(row, "owner_id", "owner_name"),
            raisedAt: row["raised_at"], state: state, isOpen: row["is_open"], isImportant: row["is_important"],
            due: NextDeadline(row), misses: row["misses"], version: row["version"])
    }
}

extension CustomerIssue.NextDeadline {
    fileprivate init?(_ row: Row) {
        guard let kind = (row["due_for"] as String?).flatMap(IssueDeadline.Kind.init) else { return nil }
        self.init(kind: kind, at: row["due_at"])
    }
}

extension MemberName {
    fileprivate init?(_ row: Row, _ id: String, _ name: String) {
        guard let found: Int = row[id] else { return nil }
        self.init(id: found, name: row[name] ?? "")
    }
}

extension IssueStep {
    fileprivate init?(row: Row) {
        let stored = IssueEventRow(
            kind: row["kind"], category: row["category"], department: row["department"], answer: row["answer"],
            promisedAt: row["promised_at"])
        let happening = IssueHappening(stored).map { Kind.happening($0) }
        let others: [String: Kind] = [
            "handed-over": .handedOver, "identified": .identified, "customer-added": .customerAdded,
        ]
        guard let kind = happening ?? others[stored.kind] else { return nil }
        let fen: Int? = row["amount_fen"]
        self.init(
            kind: kind, at: row["at"], by: MemberName(row, "by_id", "by_name"), text: row["text"],
            amount: fen.flatMap { Money(fen: $0) }, member: MemberName(row, "member_id", "member_name"),
            order: row["order_id"])
    }
}
