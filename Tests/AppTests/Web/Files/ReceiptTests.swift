import Forms
import Testing

@testable import App

@Suite("A draft ends by the server's receipt (UX-10)")
struct ReceiptTests {
    private static func receipt(_ browser: Browser, _ form: ShownForm) async throws -> String {
        let id = try #require(form["submission"]?.value)
        return try await browser.get("\(Paths.receipts)/\(id)").html
    }

    @Test("which is given for what was stored, to strangers and to members, and not before")
    func given() async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: Paths.complaint)
        try await stranger.submit(form)
        #expect(try await Self.receipt(stranger, form) == #"{"kept":false}"#, "refused, so what was typed stays")
        try await stranger.submit(form, ["words": "漏水", "name": "林女士", "phone": "13900001234"])
        #expect(try await Self.receipt(stranger, form) == #"{"kept":true}"#)
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let path = technician.path(.finding)
        let step = try await technician.browser.get(path).form(path)
        try await technician.browser.submit(step, Technician.usual(.finding))
        #expect(try await Self.receipt(technician.browser, step) == #"{"kept":true}"#)
    }

    @Test("and to nobody else for what a member has sent")
    func others() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.sheet(try await company.owedCall())
        try await agent.submit(form, ["customerWords": "只说一次"])
        #expect(try await Self.receipt(agent, form) == #"{"kept":true}"#)
        for other in [company.browser(), try await company.browser(signedInAs: .agent2)] {
            #expect(try await Self.receipt(other, form) == #"{"kept":false}"#)
        }
        for odd in ["x", "..%2Fhealth", String(repeating: "a", count: 65)] {
            #expect(try await agent.get("\(Paths.receipts)/\(odd)").status == 404)
        }
    }

    @Test("and belongs to one member, whose id the page names; a stranger's page names none")
    func member() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let body = try #require(try await agent.get(Paths.today).find("//body").first)
        #expect(body["data-member"] == String(try company.member(.agent).id))
        #expect(try await company.browser().get(Paths.complaint).find("//body").first?["data-member"] == nil)
    }
}
