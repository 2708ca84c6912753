import Forms
import Testing

@testable import App

@Suite("Addresses that lead to nothing")
struct UnknownPlaceTests {
    /// What takes the place of a number in an address.
    private static let strange = [
        "0", "-1", "+1", "01", "0001", "999999", "1.0", "1e0", "0x1", "abc", "１", "%EF%BC%91", "1%20", "1;2", "1'--",
        "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "%00", "%2e%2e", "..%2f1", "NaN",
        "🙂",
    ].map { $0.unicodeScalars.allSatisfy(\.isASCII) ? $0 : $0.utf8.map { "%" + String($0, radix: 16) }.joined() }

    private static let ofAgents = [
        "/customers/#", "/customers/#/edit", "/customers/#/projects/new", "/projects/#", "/projects/#/edit",
        "/projects/#/milestones", "/projects/#/people", "/projects/1/people/#", "/follow-ups/#", "/follow-ups/#/sheet",
        "/follow-ups/#/correction", "/follow-ups/#/record", "/access-requests/#",
        "/access-requests/new?record=follow-up-#", "/access-requests/new?record=feedback-#",
        "/access-requests/new?project=#",
        "/work-orders/#", "/work-orders/new?project=#", "/work-orders/new?follow-up=#", "/visits/#/appointments",
        "/projects/1/equipment/#", "/projects/#/equipment",
    ]

    @Test("an agent who opens a strange number is told that there is no such page", arguments: ofAgents)
    func agents(pattern: String) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        let browser = try await company.browser(signedInAs: .agent, in: .traditional)
        try await expectNothing(at: pattern, browser, company)
    }

    @Test(
        "an administrator who opens a strange number is told that there is no such page",
        arguments: [
            "/staff/#", "/follow-ups/#/readings", "/feedback-records/#/readings", "/follow-ups/#", "/access-requests/#",
        ])
    func administrators(pattern: String) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        let browser = try await company.browser(signedInAs: .admin, in: .traditional)
        try await expectNothing(at: pattern, browser, company)
    }

    private func expectNothing(at pattern: String, _ browser: Browser, _ company: TestCompany) async throws {
        let isQuery = pattern.contains("?")
        for text in Self.strange where !(isQuery && ["01", "0001", "+1"].contains(text)) {
            let page = try await browser.get(pattern.replacing("#", with: text))
            #expect(page.status == 404, "\(page)")
            #expect(page.heading == company.words(.traditional)("error-page.not-found.title"))
        }
    }

    @Test(
        "a form sent to a strange number stores nothing, whoever sends it",
        arguments: [
            (Staff.agent, "/customers/#"), (.agent, "/customers/#/projects"), (.agent, "/customers/#/phones"),
            (.agent, "/projects/#"), (.agent, "/projects/#/milestones"), (.agent, "/projects/#/people"),
            (.agent, "/projects/1/people/#"), (.agent, "/follow-ups/#/sheet"), (.agent, "/follow-ups/#/draft"),
            (.agent, "/follow-ups/#/attempts"), (.agent, "/follow-ups/#/correction"), (.admin, "/follow-ups/#/filing"),
            (.admin, "/follow-ups/#/excuse"), (.admin, "/follow-ups/#/reinstatement"),
            (.admin, "/access-requests/#/approval"), (.admin, "/access-requests/#/refusal"),
            (.admin, "/access-grants/#/revocation"), (.admin, "/staff/#"), (.admin, "/staff/#/password"),
            (.admin, "/staff/#/locking"), (.admin, "/staff/#/unlocking"),
        ])
    func forms(one: Staff, pattern: String) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        let browser = try await company.browser(signedInAs: one)
        let before = try await company.submissions()
        for text in Self.strange {
            let page = try await browser.post(
                pattern.replacing("#", with: text),
                [
                    ("submission", SubmissionID.random().text), ("version", "1"), ("reason", "一个足够长的理由吧"),
                    ("outcome", "busy"), ("hours", "24"), ("overall", "5"), ("name", "王"), ("username", "x1"),
                    ("roles", "agent"), ("duty", "designer"), ("member", "1"), ("since", "2026-11-01"),
                ])
            #expect(page.status == 404, "\(pattern) with \(text): \(page)")
        }
        #expect(try await company.submissions() == before)
    }

    @Test("somebody on another project is not found on this one (other people's ids)")
    func anotherProjectsPerson() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        let own = try await company.registerProject("HF-1", of: customer)
        let other = try await company.registerProject("HF-2", of: customer)
        let assignment = try await company.assign(.technician, to: own)
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await browser.get(Paths.assignment(assignment, project: own)).status == 200)
        #expect(try await browser.get(Paths.assignment(assignment, project: other)).status == 404)
    }

    @Test(
        "a query that makes no sense shows the list, never an error",
        arguments: [
            Paths.customers, Paths.followUps, Paths.accessRequests, Paths.audit, Paths.staff, Paths.followUpsFile,
        ])
    func queries(path: String) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        let browser = try await company.browser(signedInAs: .admin)
        for query in [
            "page=-1", "page=0", "page=99999999999999999999", "page=x", "state=nonsense", "agent=-5", "agent=me%00",
            "from=2026-02-31&until=2999", "from=2027-01-01&until=2020-01-01", "grade=Z&key=maybe",
            "q=%25%27%22%5C*%28NEAR",
            "q=" + String(repeating: "a", count: 1900), "%ff%fe=%zz", "&&==&", "q=%F0%A0%AE%B7", "q=a%00b",
            "member=x&action=y",
        ] {
            #expect(try await browser.get("\(path)?\(query)").status == 200, "\(query)")
        }
    }
}
