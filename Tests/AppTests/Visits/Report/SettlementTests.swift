import Forms
import Testing

@testable import App

@Suite("An order with several visits stands where all of them together leave it (SVC-2, SVC-5)")
struct SettlementTests {
    private static let notFixed: [ReportStep: [String: Typed]] = [
        .outcome: ["outcome": "not-fixed", "because": "缺配件", "next-visit": "周六上午"]
    ]

    private func withdraw(_ visit: Visit.ID, _ company: TestCompany) async throws {
        _ = try await company.orders.withdraw(
            visit, because: "人手不够", by: try company.member(.admin), .random(), try company.stamp(.admin))
    }

    /// A second technician for the same order.
    private func second(_ company: TestCompany, _ sent: SentVisit) async throws -> SentVisit {
        try await company.makeTechnician(.agent2)
        let visit = try await company.insertVisit(of: sent.order, to: .agent2)
        return SentVisit(visit: visit, order: sent.order, project: sent.project)
    }

    private func asked(_ company: TestCompany) async throws -> Int {
        try await company.number("SELECT count(*) FROM project_event")
    }

    @Test("not fixed, and the next visit withdrawn: it waits to be dispatched again")
    func withdrawnAfterNotFixed() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await Technician(company, sent).report(Self.notFixed)
        let next = try await company.insertVisit(of: sent.order, to: .technician)
        #expect(try await company.orderState(sent.order) == .dispatched)
        try await withdraw(next, company)
        #expect(try await company.orderState(sent.order) == .approved)
    }

    @Test("one could not fix it while another was there who could: it closes, and the customer is asked about it")
    func fixedByTheOther() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let other = try await Technician(company, try await second(company, sent), as: .agent2)
        try await other.arrive()
        try await Technician(company, sent).report(Self.notFixed)
        #expect(try await company.orderState(sent.order) == .onSite, "the other is still there")
        company.clock.advance(minutes: 10)
        try await other.report()
        #expect(try await company.orderState(sent.order) == .closed)
        #expect(try await asked(company) == 1)
    }

    @Test("fixed, and the other visit withdrawn: it closes just so")
    func withdrawnAfterFixed() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let other = try await second(company, sent)
        try await Technician(company, sent).report()
        #expect(try await company.orderState(sent.order) == .dispatched)
        #expect(try await asked(company) == 0)
        try await withdraw(other.visit, company)
        #expect(try await company.orderState(sent.order) == .closed)
        #expect(try await asked(company) == 1)
    }

    @Test("fixed, and whoever came after met nobody: nobody has to go again")
    func absentAfterFixed() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let other = try await second(company, sent)
        try await Technician(company, sent).report()
        company.clock.advance(minutes: 10)
        try await Technician(company, other, as: .agent2).reportAbsent()
        #expect(try await company.orderState(sent.order) == .closed)
    }

    @Test("the last word counts: fixed by one, and found leaking again by another, it waits to be dispatched")
    func notFixedAfterFixed() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let other = try await second(company, sent)
        try await Technician(company, sent).report()
        company.clock.advance(minutes: 10)
        try await Technician(company, other, as: .agent2).report(Self.notFixed)
        #expect(try await company.orderState(sent.order) == .approved)
        #expect(try await asked(company) == 0)
    }
}
