import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

/// A fresh decoration company in a temporary folder, with staff and the stores of customers and projects.
final class CustomersCompany: Sendable {
    let database: AppDatabase
    let rulebook: Rulebook
    let customers: CustomerStore
    let projects: ProjectStore
    let milestones: MilestoneStore
    let assignments: AssignmentStore
    let staff: [Member]
    private let folder: DataFolder

    static let today = Day(year: 2026, month: 11, day: 22) ?? .latest
    static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

    init() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "customers-\(UUID().uuidString)")
        folder = DataFolder(place.path)
        try folder.make()
        database = try AppDatabase(in: folder)
        rulebook = try Rulebook.pack("decoration")
        let rules = CurrentRules(PlanningRules(rulebook: rulebook, calendar: .standard))
        customers = CustomerStore(database: database)
        projects = ProjectStore(database: database, rules: rules)
        milestones = MilestoneStore(database: database, rules: rules)
        assignments = AssignmentStore(database: database)
        try await database.write { db in
            for (name, role) in [("周敏", "administrator"), ("陈静", "agent"), ("吴涛", "agent"), ("郑凯", nil), ("冯雪", nil)] {
                try db.execute(
                    sql: "INSERT INTO member (name, created_at) VALUES (?, ?)", arguments: [name, Date.distantPast])
                guard let role else { continue }
                try db.execute(
                    sql: "INSERT INTO member_role (member_id, role) VALUES (?, ?)",
                    arguments: [db.lastInsertedRowID, role])
            }
        }
        staff = try await database.read { try MemberStore.fetchAll($0) }
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(at: folder.url)
    }

    var administrator: Member { staff[0] }
    var agent: Member { staff[1] }
    var otherAgent: Member { staff[2] }
    var designer: Member { staff[3] }
    var otherDesigner: Member { staff[4] }

    /// A moment of `today`, at which the agent does something.
    var stamp: Stamp {
        Stamp(
            member: agent.id, at: Self.today.start(in: Self.zone).addingTimeInterval(36_000), address: "192.0.2.1")
    }

    var words: Words { Words(.simplified, zone: Self.zone) }
    var follow: FollowUpWords { FollowUpWords(rulebook: rulebook, words: words, today: Self.today) }

    func details(
        _ name: String = "王建国", phones: [String] = ["13812345678"], address: String = "", grade: Grade = .b,
        isKey: Bool = false, notes: String = ""
    ) -> CustomerDetails {
        CustomerDetails(
            name: name, formOfAddress: .mr, phones: phones.compactMap(PhoneNumber.init(typed:)), address: address,
            grade: grade, isKey: isKey, agreesToSMS: false, knownBy: [agent.id, otherAgent.id], notes: notes)
    }

    func projectDetails(
        _ number: String = "HF-2026-001", site: String = "", agent: Member? = nil, warranty: Day? = nil
    ) -> ProjectDetails {
        ProjectDetails(
            number: number, kind: rulebook.projectKinds.first ?? "", siteAddress: site,
            agentID: (agent ?? self.agent).id, productModel: "", serialNumber: "", warrantyOverride: warranty)
    }

    func register(_ details: CustomerDetails) async throws -> Customer.ID {
        try id(of: try await customers.register(details, sharesPhone: true, .random(), stamp))
    }

    func register(
        _ details: ProjectDetails, of customer: Customer.ID, _ milestones: [MilestoneKind: MilestoneDates] = [:],
        people: [Duty: Member.ID] = [:]
    ) async throws -> Project.ID {
        let new = NewProject(details: details, milestones: milestones, people: people)
        return try id(
            of: try await projects.register(new, of: customer, today: Self.today, .random(), stamp))
    }

    private func id<Thing>(of path: String) throws -> ID<Thing> {
        try #require(path.split(separator: "/").last.flatMap { ID(String($0)) })
    }

    func customer(_ id: Customer.ID) async throws -> Customer { try #require(try await customers.find(id)) }
    func project(_ id: Project.ID) async throws -> Project { try #require(try await projects.find(id)) }

    /// The ids that a search lists; nil when it opens a card at once.
    func found(
        _ query: String, grade: Grade? = nil, keyOnly: Bool = false, phones: PhoneSearch = .anyPart
    ) async throws -> [Customer.ID]? {
        let filter = CustomerFilter(query: query, grade: grade, keyOnly: keyOnly, phones: phones)
        switch try await customers.search(filter) {
        case .card: return nil
        case .list(let list): return list.rows.map(\.id)
        }
    }

    /// What the audit trail says of a subject, in order: action and detail.
    func audited<Thing>(_ kind: String, _ id: ID<Thing>) async throws -> [String] {
        try await database.read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT action || ' ' || detail FROM audit_entry WHERE subject_kind = ? AND subject_id = ? ORDER BY id",
                arguments: [kind, id])
        }
    }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
