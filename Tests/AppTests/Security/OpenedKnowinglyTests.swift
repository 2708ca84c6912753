import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("Nobody is made to have read, exported or seen a number (ACC-5)")
struct OpenedKnowinglyTests {
    /// Who could be made to do something, and with what browsers say when nobody has pressed anything on our pages.
    private static let ways: [(String, String, HTTPRequest.Method)] = [
        ("Sec-Fetch-Site", "cross-site", .get), ("Sec-Fetch-Site", "same-site", .get),
        ("Sec-Purpose", "prefetch;prerender", .get), ("Sec-Fetch-Site", "same-origin", .head),
    ]

    @Test(
        "no address writes an entry when another site, a look ahead or HEAD opens it",
        arguments: [Staff.admin, .agent, .manager])
    func everyAddress(_ who: Staff) async throws {
        let company = try await Self.company()
        let browser = try await company.browser(signedInAs: who)
        let paths =
            EveryAddress(company: company).paths(.get, numbers: ["1", "2"])
            .filter { !$0.hasPrefix("/feedback/") } + Self.parameterised
        var owing = 0
        for path in paths {
            for (name, value, method) in Self.ways {
                let before = try await Self.entries(company)
                var headers: HTTPFields = [:]
                if let field = HTTPField.Name(name) { headers[field] = value }
                let page = try await browser.send(method, path, headers: headers)
                #expect(try await Self.entries(company) == before, "\(method) \(path) with \(name): \(value)")
                if method == .head { #expect(page.html.isEmpty) }
            }
            let before = try await Self.entries(company)
            _ = try await browser.send(.get, path)
            if try await Self.entries(company) > before { owing += 1 }
        }
        #expect(owing > 4, "the person's own opening is noted")
    }

    @Test("a foreign link shows a page with a button, which opens what was meant")
    func button() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let admin = try await company.browser(signedInAs: .admin)
        var headers: HTTPFields = [:]
        if let field = HTTPField.Name("Sec-Fetch-Site") { headers[field] = "cross-site" }
        let path = Paths.record(call.id) + "?print=1"
        let page = try await admin.send(.get, path, headers: headers)
        #expect(page.status == 200 && !page.text.contains("收尾也干净"))
        let opened = try await admin.get(try page.link(company.words()("opening.open")))
        #expect(opened.path == path && opened.text.contains("收尾也干净"))
    }

    private static let parameterised = [
        "/customers/new?enquiry=1", "/customers/new?issue=1", "/work-orders/new?project=1", "/work-orders/new?issue=1",
        "/issues/new?follow-up=1&question=work-started", "/follow-ups/1/record?print=1", "/feedback-records/1?print=1",
    ]

    /// What refusals and sessions write is not what somebody read.
    private static func entries(_ company: TestCompany) async throws -> Int {
        try await company.number(
            """
            SELECT count(*) FROM audit_entry
            WHERE action IN ('record-read', 'record-refused', 'list-exported', 'phone-shown', 'report-printed')
            """)
    }

    private static func company() async throws -> TestCompany {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        _ = try await company.feedback(of: call.projectID)
        _ = try await company.enquiry()
        _ = try await company.raiseIssue(project: call.projectID)
        let sent = try await company.sentVisit("HF-V", to: .technician, warranty: company.today.adding(days: -1))
        try await ReportMaker(company: company, sent: sent, goer: .technician).file()
        return company
    }
}
