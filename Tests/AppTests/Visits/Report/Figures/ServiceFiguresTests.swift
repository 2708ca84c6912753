import Forms
import Testing

@testable import App

@Suite("Arrivals in time and repairs at the first visit (SVC-8)")
struct ServiceFiguresTests {
    private static func arrive(_ company: TestCompany, _ sent: SentVisit, _ different: [String: Typed] = [:])
        async throws
    {
        try await Technician(company, sent).report([
            .arrival: ["late-because": "路上堵车"], .outcome: ["outcome": "fixed"].merging(different) { $1 },
        ])
    }

    @Test("an arrival counts as in time up to the order's deadline, by urgency")
    func arrivals() async throws {
        let company = try await TestCompany()
        let inTime = try await company.sentVisit("PG-1", due: 24)
        let late = try await company.sentVisit("PG-2", due: 24)
        let water = try await company.sentVisit("PG-3", due: 4, urgency: .waterElectricity)
        try await Technician(company, inTime).report()
        company.clock.advance(hours: 25)
        try await Self.arrive(company, late)
        try await Self.arrive(company, water)
        let days = company.today.adding(days: -1)...company.today
        #expect(try await company.reports.arrivals(in: days, urgency: .ordinary) == ArrivalFigures(inTime: 1, late: 1))
        #expect(
            try await company.reports.arrivals(in: days, urgency: .waterElectricity)
                == ArrivalFigures(inTime: 0, late: 1))
        let yesterday = company.today.adding(days: -1)
        #expect(
            try await company.reports.arrivals(in: yesterday...yesterday, urgency: .ordinary)
                == ArrivalFigures(inTime: 1, late: 0))
    }

    @Test("a repair is done at once when its first visit fixed it; a later visit does not count again")
    func firstTime() async throws {
        let company = try await TestCompany()
        try await Technician(company, try await company.sentVisit("PG-1")).report()
        let twice = try await company.sentVisit("PG-2")
        try await Technician(company, twice).report([.outcome: ["outcome": "not-fixed", "because": "缺配件"]])
        let again = SentVisit(
            visit: try await company.insertVisit(of: twice.order, to: .technician), order: twice.order,
            project: twice.project)
        try await Technician(company, again).report()
        try await Technician(company, try await company.sentVisit("PG-3", kind: .survey)).report()
        let figure = try await company.reports.firstTimeFix(in: company.today...company.today)
        #expect(figure == FirstTimeFix(fixedAtOnce: 1, total: 2))
    }

    @Test("a visit that was withdrawn is not the first one")
    func withdrawn() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await company.withdraw(sent.visit)
        let second = SentVisit(
            visit: try await company.insertVisit(of: sent.order, to: .technician), order: sent.order,
            project: sent.project)
        try await Technician(company, second).report()
        let figure = try await company.reports.firstTimeFix(in: company.today...company.today)
        #expect(figure == FirstTimeFix(fixedAtOnce: 1, total: 1))
    }
}
