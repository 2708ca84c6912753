import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("Visits and cash are found by index, however many years of them there are")
struct VisitQueryTests {
    private static let pages: [(Staff, String)] = [
        (.technician, "/today"), (.technician, "/visits/9000"), (.technician, "/visits/9000/report"),
        (.finance, "/fees"), (.technician, "/fees"),
    ]

    @Test("a day, a visit and the list of cash take a few thousand steps")
    func pages() async throws {
        let company = try await TestCompany()
        try await company.grow(customers: 600, projectsEach: 1, followUpsEach: 1)
        try await Self.grow(company, visits: 12_000)
        let work = StatementWork(company.database)
        for (who, path) in Self.pages {
            let browser = try await company.browser(signedInAs: who)
            let statements = try await work.statements(of: {
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(page)")
            })
            for statement in statements {
                let (steps, plan) = try await work.steps(of: statement)
                #expect(steps < 20_000, "\(who) \(path): \(steps) steps for \(statement)\n    \(plan)")
            }
        }
    }

    @Test("the figures of a week do not look at other weeks (SVC-8)")
    func figures() async throws {
        let company = try await TestCompany()
        try await company.grow(customers: 600, projectsEach: 1, followUpsEach: 1)
        try await Self.grow(company, visits: 12_000)
        let work = StatementWork(company.database)
        let days = company.today.adding(days: -6)...company.today
        let statements = try await work.statements(of: {
            let arrivals = try await company.reports.arrivals(in: days, urgency: .ordinary)
            let fix = try await company.reports.firstTimeFix(in: days)
            #expect(arrivals.total > 0 && fix.total > 0)
        })
        for statement in statements {
            let (steps, plan) = try await work.steps(of: statement)
            #expect(steps < 20_000, "\(steps) steps for \(statement)\n    \(plan)")
        }
    }

    /// Years of orders, each with a visit; nearly all were reported, and their cash confirmed.
    private static func grow(_ company: TestCompany, visits: Int) async throws {
        let (agent, technician) = (try company.member(.agent).id, try company.member(.technician).id)
        try await company.database.write { db in
            let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(visits))"
            let moment = "strftime('%Y-%m-%d %H:%M:%f', '2026-11-23', '-' || (i / 8) || ' days')"
            try db.execute(
                sql: """
                    \(numbers) INSERT INTO work_order (number, project_id, kind, department, urgency, source, symptom,
                        contact_name, contact_phone, site_address, received_at, arrive_by, requested_by, requested_at, state)
                    SELECT 'PG-' || i, 1 + i % 600, 'repair', 'maintenance', 'ordinary', 'phone', '漏水', '王先生',
                        '13800001234', '幸福路', \(moment), \(moment), \(agent), \(moment), iif(i <= 20, 'dispatched', 'closed')
                    FROM n
                    """)
            try db.execute(
                sql: """
                    \(numbers) INSERT INTO visit (order_id, number, technician_id, dispatched_by, dispatched_at, state)
                    SELECT o.id, 1, \(technician), \(agent), o.requested_at, iif(i <= 20, 'planned', 'reported')
                    FROM n JOIN work_order o ON o.number = 'PG-' || i
                    """)
            try db.execute(
                sql: """
                    INSERT INTO service_report (visit_id, author_id, begun_at, filed_at, answers, arrived_at, departed_at,
                        outcome, warranty, warranty_source, total_fen, cash)
                    SELECT v.id, \(technician), v.dispatched_at, v.dispatched_at, '{}', v.dispatched_at, v.dispatched_at,
                        'fixed', 'outside', 'not-begun', 5000, iif(v.id % 400 = 0, 'taken', 'confirmed')
                    FROM visit v WHERE v.state = 'reported'
                    """)
        }
        try company.database.settle()
    }
}
