import Testing

@testable import App

/// No list grows slower with the company: what its pages ask is answered by an index (the figures of RUN-6).
struct QueryPlanTests {
    /// Fifty rows with all that stands in them take some thousand steps, counting one agent's thousands of open calls
    /// some ten thousand; a search through 30,000 follow-ups or 20,000 audit entries takes far more.
    private static let most = 45_000

    /// In the order of their last days, calls that are overdue stand before those that are still to come.
    private static let mostOfPlanned = 100_000

    /// Of the 24,000 orders a technician was sent to 3,400, which are put in order; reading all would take far more.
    private static let mostOfTechnicians = 100_000

    private static func limit(_ who: Staff, _ path: String) -> Int {
        if path.contains("state=planned") { return mostOfPlanned }
        return who == .technician || path.contains("technician=") ? mostOfTechnicians : most
    }

    /// Who asks for what.
    private static let pages: [(Staff, String)] =
        [
            (.agent, "/today"), (.admin, "/today"),
            (.agent, "/follow-ups"), (.agent, "/follow-ups?page=3"), (.agent, "/follow-ups?agent=me"),
            (.agent, "/follow-ups?from=2026-11-01&until=2026-11-30"), (.agent, "/follow-ups?from=2026-11-01&agent=me"),
            (.agent, "/follow-ups.csv?state=overdue&agent=me&from=2026-11-10"),
            (.agent, "/customers"), (.agent, "/customers?page=4"),
            (.agent, "/customers?q=%E5%B9%B8%E7%A6%8F%E8%B7%AF77"),
            (.agent, "/customers?q=13810000077"), (.agent, "/customers?q=P700-1"),
            (.agent, "/customers?grade=A&key=yes"),
            (.agent, "/customers/700"), (.agent, "/projects/700"), (.agent, "/follow-ups/7000"),
            (.admin, "/access-requests"), (.admin, "/access-requests?page=20"), (.manager, "/access-requests"),
            (.manager, "/access-requests?page=20"),
            (.admin, "/audit"), (.admin, "/audit?member=2"), (.admin, "/audit?action=signed-in"),
            (.admin, "/audit?member=2&action=signed-in"), (.admin, "/audit?before=9000"),
            (.admin, "/audit?from=2026-11-01&until=2026-11-01"), (.admin, "/audit?from=2026-11-23"),
            (.admin, "/audit?kind=customer"), (.admin, "/audit?customer=P700-1"),
            (.admin, "/audit?customer=13810000077&kind=issue"), (.admin, "/audit.csv?kind=member"),
            (.admin, "/follow-ups/100/readings"),
            (.admin, "/staff"), (.agent, "/sessions"),
            (.agent, "/work-orders"), (.agent, "/work-orders?page=5"), (.agent, "/work-orders?order=soonest"),
            (.agent, "/work-orders?late=yes"), (.agent, "/work-orders?department=maintenance"),
            (.agent, "/work-orders?technician=5"), (.agent, "/work-orders?kind=repair&department=sales"),
            (.agent, "/work-orders/7000"), (.agent, "/work-orders/new?project=700"), (.technician, "/work-orders"),
            (.manager, "/work-orders"), (.manager, "/work-orders?late=yes"), (.manager, "/work-orders/board"),
            (.agent, "/issues"), (.agent, "/issues?page=5"), (.agent, "/issues?late=yes"),
            (.agent, "/issues?state=open"),
            (.agent, "/issues?owner=me&state=open"), (.agent, "/issues?department=sales"), (.agent, "/issues/7000"),
            (.agent, "/issues?important=yes&state=open"), (.agent, "/issues/board"), (.manager, "/issues"),
            (.manager, "/issues?late=yes"), (.manager, "/issues/board"), (.executive, "/issues/board"),
            (.executive, "/today"), (.manager, "/today"),
            (.agent, "/feedback-records"), (.agent, "/feedback-records?channel=letter&agent=me"),
            (.manager, "/feedback-records?month=2025-03&page=2"), (.executive, "/feedback-records.csv?month=2025-03"),
            (.admin, "/feedback-records/700"), (.admin, "/feedback-records/700/readings"),
            (.agent, "/projects/700/feedback"), (.agent, "/feedback-links/new"),
            (.agent, "/enquiries"), (.agent, "/enquiries?state=today"), (.agent, "/enquiries?state=closed&page=5"),
            (.agent, "/enquiries?state=potential"), (.agent, "/enquiries/7000"), (.agent, "/enquiries.csv"),
            (.executive, "/work-orders/board"), (.manager, "/work-orders.csv?state=requested"),
        ]
        + WorkOrderState.allCases.flatMap { state in
            [(.agent, "/work-orders?state=\(state.rawValue)"), (.manager, "/work-orders?state=\(state.rawValue)")]
        }
        + FollowUp.State.allCases.flatMap { state in
            [(.agent, "/follow-ups?state=\(state.rawValue)"), (.agent, "/follow-ups?state=\(state.rawValue)&agent=me")]
        }

    @Test("every list and every card is found by an index, however large the company")
    func pages() async throws {
        let company = try await TestCompany()
        try await company.grow()
        let work = StatementWork(company.database)
        for (who, path) in Self.pages {
            let browser = try await company.browser(signedInAs: who)
            let statements = try await work.statements(of: {
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(page)")
            })
            #expect(statements.count >= 2, "\(path): \(statements)")
            for statement in statements {
                let (steps, plan) = try await work.steps(of: statement)
                #expect(
                    steps < Self.limit(who, path),
                    "\(who) \(path): \(steps) steps for \(statement)\n    \(plan)")
            }
        }
    }

    @Test("a search through a whole table is noticed by these tests")
    func noticed() async throws {
        let company = try await TestCompany()
        try await company.grow()
        let work = StatementWork(company.database)
        let (steps, plan) = try await work.steps(of: "SELECT id FROM follow_up WHERE reason = 'x'")
        #expect(steps > Self.most)
        #expect(plan.contains("SCAN follow_up"))
    }
}
