import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about a single project, except its milestones and people.
struct ProjectStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    // MARK: Reading

    func find(_ id: Project.ID) async throws -> Project? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    static func fetch(_ db: Database, _ id: Project.ID) throws -> Project? {
        try StoredRow.fetchOne(
            db,
            cached: """
                SELECT p.*, c.name AS customer_name, c.form_of_address, m.name AS agent_name
                FROM project p JOIN customer c ON c.id = p.customer_id JOIN member m ON m.id = p.agent_id
                WHERE p.id = ?
                """,
            arguments: [id], as: Project.init)
    }

    /// All data of a project's page.
    func findWhole(_ id: Project.ID) async throws -> WholeProject? {
        try await database.read { db in
            guard let project = try Self.fetch(db, id) else { return nil }
            return WholeProject(
                project: project, phones: try CustomerStore.fetchPhones(db, of: project.customer.id),
                life: try Self.fetchLife(db, id), people: try AssignmentStore.fetchOfProject(db, id),
                followUps: try FollowUpStore.fetchOfProject(db, id),
                equipment: try EquipmentStore.fetchOfProject(db, id), orders: try WorkOrderStore.fetchOfProject(db, id),
                issues: try IssueStore.fetchOfProject(db, id),
                feedback: try FeedbackStore.fetchAll(db, of: id))
        }
    }

    /// A project by its number, with all that its plan depends on.
    func findLife(number: String) async throws -> (project: Project, life: ProjectLife)? {
        try await database.read { db in
            let id = try Project.ID.fetchOne(db, cached: "SELECT id FROM project WHERE number = ?", arguments: [number])
            guard let id, let project = try Self.fetch(db, id) else { return nil }
            return (project, try Self.fetchLife(db, id))
        }
    }

    /// A customer's projects, the latest first, each with its next follow-up.
    static func fetchSummaries(_ db: Database, ofCustomer customer: Customer.ID) throws -> [ProjectSummary] {
        let ids = try Project.ID.fetchAll(
            db, cached: "SELECT id FROM project WHERE customer_id = ? ORDER BY id DESC LIMIT ?",
            arguments: [customer, ProjectSummary.most])
        return try ids.compactMap { id in
            guard let project = try fetch(db, id) else { return nil }
            let next = try FollowUpStore.fetchOfProject(db, id).first { $0.state == .owed }
            return ProjectSummary(project: project, next: next)
        }
    }

    // MARK: Writing

    /// - Returns: the path of the project.
    /// - Throws: `NumberTaken`, `Refusal.notFound` without the customer.
    func register(
        _ new: NewProject, of customer: Customer.ID, today: Day, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, rules] db, stamp in
            guard try CustomerStore.fetch(db, customer) != nil else { throw Refusal.notFound }
            try Self.checkNumber(db, new.details.number, of: nil)
            let id = try Self.insert(db, new, of: customer, today: today, stamp)
            try rules.planSync.replan(db, project: id, today: today)
            try audit.append(db, .projectRegistered, .project(id), stamp)
            return Paths.project(id)
        }
    }

    /// Inserts a project inside a larger transaction, such as an import; the caller plans it.
    static func insert(
        _ db: Database, _ new: NewProject, of customer: Customer.ID, today: Day, _ stamp: Stamp
    ) throws -> Project.ID {
        let details = new.details
        try db.execute(
            cached: """
                INSERT INTO project (number, customer_id, agent_id, kind, site_address, product_model, serial_number,
                    warranty_until_override, registered_on, planned_until, created_at)
                VALUES (:number, :customer, :agent, :kind, :siteAddress, :productModel, :serialNumber,
                    :warrantyUntilOverride, :registeredOn, :plannedUntil, :createdAt)
                """,
            arguments: [
                "number": details.number, "customer": customer, "agent": details.agentID, "kind": details.kind,
                "siteAddress": details.siteAddress, "productModel": details.productModel,
                "serialNumber": details.serialNumber, "warrantyUntilOverride": details.warrantyOverride,
                "registeredOn": today, "plannedUntil": today, "createdAt": stamp.at,
            ])
        let id: Project.ID = db.lastInsertedID()
        try MilestoneStore.insert(db, new.milestones, of: id)
        for duty in Duty.allCases {
            guard let member = new.people[duty] else { continue }
            let term = Assignment.Term(duty: duty, memberID: member, since: today, until: nil)
            try AssignmentStore.insert(db, term, project: id)
        }
        try CustomerStore.refreshIndex(db, customer)
        return id
    }

    /// - Parameter version: the one that the form was opened with.
    /// - Throws: `StaleVersion`, `NumberTaken`, `Refusal.notFound`.
    func correct(
        _ id: Project.ID, to details: ProjectDetails, version: Int, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let stored = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard stored.version == version else { throw StaleVersion() }
            try Self.checkNumber(db, details.number, of: id)
            try Self.update(db, id, to: details)
            if details.agentID != stored.details.agentID {
                try Self.handOver(db, id, from: stored.details.agentID, to: details.agentID)
            }
            try CustomerStore.refreshIndex(db, stored.customer.id)
            try audit.append(
                db, .projectCorrected, .project(id), stamp,
                detail: ["fields": stored.details.differences(from: details).joined(separator: ",")])
            return Paths.project(id)
        }
    }

    private static func update(_ db: Database, _ id: Project.ID, to details: ProjectDetails) throws {
        try db.execute(
            cached: """
                UPDATE project SET number = :number, agent_id = :agent, kind = :kind, site_address = :siteAddress,
                    product_model = :productModel, serial_number = :serialNumber,
                    warranty_until_override = :warrantyUntilOverride, version = version + 1
                WHERE id = :id
                """,
            arguments: [
                "number": details.number, "agent": details.agentID, "kind": details.kind,
                "siteAddress": details.siteAddress, "productModel": details.productModel,
                "serialNumber": details.serialNumber, "warrantyUntilOverride": details.warrantyOverride, "id": id,
            ])
    }

    /// Open follow-ups move with the project to its new agent; those handed to other agents stay there.
    private static func handOver(_ db: Database, _ id: Project.ID, from old: Member.ID, to new: Member.ID) throws {
        try db.execute(
            cached: """
                UPDATE follow_up SET agent_id = ?, version = version + 1
                WHERE project_id = ? AND agent_id = ? AND state = 'owed'
                """,
            arguments: [new, id, old])
    }

    private static func checkNumber(_ db: Database, _ number: String, of id: Project.ID?) throws {
        let taken = try StoredRow.fetchOne(
            db, cached: "SELECT id, number, site_address FROM project WHERE number = ? AND id IS NOT ?",
            arguments: [number, id])
        guard let taken else { return }
        throw NumberTaken(
            project: try ProjectNumber(
                id: taken.value("id"), number: taken.value("number"), siteAddress: taken.value("site_address")))
    }
}

/// All data of a project's page.
struct WholeProject: Sendable {
    let project: Project
    let phones: [PhoneNumber]
    let life: ProjectLife
    let people: [Assignment]
    let followUps: [FollowUp]
    let equipment: [Equipment]
    /// The latest first.
    let orders: [WorkOrder]
    /// The latest first.
    let issues: [CustomerIssue]
    let feedback: [Feedback]
}

/// A project on its customer's page.
struct ProjectSummary: Sendable {
    let project: Project
    let next: FollowUp?

    /// Maximum shown; further ones are found by their number.
    static let most = 100
}

extension ProjectDetails {
    /// Names of the fields that differ; only names may be written to the audit trail.
    func differences(from other: ProjectDetails) -> [String] {
        var fields: [String] = []
        if number != other.number { fields.append("number") }
        if kind != other.kind { fields.append("kind") }
        if siteAddress != other.siteAddress { fields.append("site-address") }
        if agentID != other.agentID { fields.append("agent") }
        if productModel != other.productModel { fields.append("product-model") }
        if serialNumber != other.serialNumber { fields.append("serial-number") }
        if warrantyOverride != other.warrantyOverride { fields.append("warranty-until") }
        return fields
    }
}

extension Project {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"),
            details: ProjectDetails(
                number: try row.value("number"), kind: try row.value("kind"),
                siteAddress: try row.value("site_address"), agentID: try row.value("agent_id"),
                productModel: try row.value("product_model"), serialNumber: try row.value("serial_number"),
                warrantyOverride: try row.value("warranty_until_override")),
            customer: CustomerName(
                id: try row.value("customer_id"), name: try row.value("customer_name"),
                formOfAddress: try row.value("form_of_address")),
            agentName: try row.value("agent_name"), registeredOn: try row.value("registered_on"),
            version: try row.value("version"),
            milestonesVersion: try row.value("milestones_version"))
    }
}
