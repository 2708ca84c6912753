import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("What happened to a project is raised by the product, under a closed list of names (CAD-9)")
struct ProjectEventTests {
    /// A company of the rulebook that waits for the most of them.
    private static func company() async throws -> TestCompany {
        let company = try await TestCompany()
        company.app.rules.put(try Rulebook.pack("property"))
        return company
    }

    private static func work(on id: CustomerIssue.ID, _ company: TestCompany) async throws {
        try await company.take(IssueActionInput(action: .referral, department: "maintenance"), on: id, as: .admin)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
    }

    private static func solve(_ id: CustomerIssue.ID, _ company: TestCompany) async throws {
        try await company.take(IssueActionInput(action: .solution, text: "好了"), on: id, as: .manager)
    }

    @Test("somebody raises each")
    func raised() async throws {
        let company = try await Self.company()
        for category in ["quality", "repair", "suggestion"] {
            let id = try await company.raiseIssue(category: category)
            try await Self.work(on: id, company)
            try await Self.solve(id, company)
        }
        let complaint = try await company.raiseIssue(category: "repair", isComplaint: true)
        try await Self.work(on: complaint, company)
        try await Self.solve(complaint, company)
        for kind in [WorkOrderKind.repair, .installation] {
            try await Technician(company, try await company.sentVisit(kind.rawValue, kind: kind)).report()
        }
        let raised = try await company.database.read { db in
            try ProjectEvent.Name.fetchSet(db, sql: "SELECT name FROM project_event")
        }
        #expect(raised == Set(ProjectEvent.Name.allCases))
        #expect(try await company.number("SELECT count(*) FROM project_event") == raised.count)
    }

    @Test("each that is raised is waited for by a rulebook that ships")
    func awaited() throws {
        let awaited = try Rulebook.packNames.flatMap { name in
            try Rulebook.pack(name).cadence.flatMap { rule -> [ProjectEvent.Name] in
                switch rule.trigger {
                case .event(let names, _): names
                case .after, .beforePlanned, .recurring, .seasonal: []
                }
            }
        }
        #expect(Set(awaited) == Set(ProjectEvent.Name.allCases))
    }

    @Test("a repair owes one call where an order ended it and the issue is solved by it; opened again it owes another")
    func oneCall() async throws {
        let company = try await Self.company()
        let sent = try await company.sentVisit()
        let id = try await company.raiseIssue(project: sent.project)
        try await Self.work(on: id, company)
        let (issues, stamp) = (company.issues, try company.stamp(.manager))
        try await company.database.write { db in try issues.noteOrder(db, sent.order, because: id, stamp) }
        try await Technician(company, sent).report()
        try await Self.solve(id, company)
        let calls = { try await company.followUps.ofProject(sent.project).filter { $0.stage == "repair" }.count }
        #expect(try await company.number("SELECT count(*) FROM project_event") == 2)
        #expect(try await calls() == 1)
        try await company.take(IssueActionInput(action: .reopening, text: "又漏了"), on: id, as: .admin)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        try await Self.solve(id, company)
        #expect(try await calls() == 2)
    }
}
