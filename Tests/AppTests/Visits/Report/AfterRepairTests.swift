import Forms
import Rulebooks
import Testing

@testable import App

@Suite("After a repair the customer is asked how it went")
struct AfterRepairTests {
    private static func company(_ rulebook: String) async throws -> TestCompany {
        let company = try await TestCompany()
        company.app.rules.put(try Rulebook.pack(rulebook))
        return company
    }

    private static func owed(_ company: TestCompany, _ sent: SentVisit) async throws -> [FollowUp] {
        try await company.followUps.ofProject(sent.project).filter { $0.reason.contains("\"code\":\"event\"") }
    }

    @Test("where the rulebook says so", arguments: [("stages", 0), ("terminal", 3), ("property", 3)])
    func repair(rulebook: String, days: Int) async throws {
        let company = try await Self.company(rulebook)
        let sent = try await company.sentVisit()
        #expect(try await Self.owed(company, sent).isEmpty)
        try await Technician(company, sent).report()
        let owed = try await Self.owed(company, sent)
        #expect(owed.map(\.opens) == [company.today.adding(days: days)])
    }

    @Test("each by itself, and not for what was not fixed")
    func each() async throws {
        let company = try await Self.company("stages")
        let first = try await company.sentVisit("PG-1")
        try await Technician(company, first).report([.outcome: ["outcome": "not-fixed", "because": "缺配件"]])
        #expect(try await Self.owed(company, first).isEmpty)
        let again = SentVisit(
            visit: try await company.insertVisit(of: first.order, to: .technician), order: first.order,
            project: first.project)
        try await Technician(company, again).report()
        #expect(try await Self.owed(company, first).count == 1)
        let second = try await company.sentVisit("PG-2")
        try await Technician(company, second).report()
        #expect(try await company.number("SELECT count(*) FROM project_event") == 2)
    }

    @Test("an installation is followed up by the rulebook of terminals, not by the one of five calls")
    func installation() async throws {
        for (rulebook, count) in [("terminal", 1), ("stages", 0)] {
            let company = try await Self.company(rulebook)
            let sent = try await company.sentVisit(kind: .installation)
            try await Technician(company, sent).report()
            #expect(try await Self.owed(company, sent).count == count, "\(rulebook)")
        }
    }

    @Test("an event raised twice is there once, on its first day")
    func twice() async throws {
        let company = try await Self.company("stages")
        let sent = try await company.sentVisit()
        let (planSync, today, stamp) = (company.app.planSync, company.today, try company.stamp(.agent))
        for days in [0, 5] {
            try await company.database.write { db in
                let event = ProjectEvent(name: .closed, day: today.adding(days: days), id: "order-\(sent.order)")
                try ProjectEventStore.raise(db, event, of: sent.project, planSync, today: today, stamp)
            }
        }
        #expect(try await Self.owed(company, sent).map(\.opens) == [today])
    }
}
