import Forms
import Testing

@testable import App

@Suite("That something was said does not tell what (ACC-2)")
struct FeedbackFactsTests {
    @Test(
        "no list, file or closed page tells whether an issue came of it",
        arguments: [Staff.manager, .executive, .agent2])
    func issue(_ who: Staff) async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        for content in [
            FeedbackContent(ratings: [.overall: 5]), FeedbackContent(ratings: [.overall: 1], problems: "门关不严"),
        ] {
            _ = try await company.app.feedbackStore.enter(
                content, of: project, .letter, on: company.today, .random(), try company.stamp(.agent))
        }
        #expect(try await company.number("SELECT count(*) FROM issue WHERE source = 'feedback'") == 1)
        company.passDeadline()
        let browser = try await company.browser(signedInAs: who)
        let page = try await browser.get(Paths.feedbackRecords)
        let rows = try page.find("//tbody/tr").map { row in
            try page.find(".//td", in: row).map(\.text)
        }
        #expect(rows.count == 2 && rows.first == rows.last, "\(rows)")
        #expect(!page.links.contains { $0["href"]?.hasPrefix("/issues/") == true && $0["href"] != "/issues/board" })
        let lines = try await browser.get(Paths.feedbackFile).html.split(separator: "\r\n").dropFirst()
            .map { $0.split(separator: ",").dropFirst().joined() }
        #expect(lines.count == 2 && lines.first == lines.last, "\(lines)")
        let closed = try await browser.get(Paths.feedbackRecord(2))
        #expect(closed.status == 403 && !closed.mainText.contains("WT"))
        #expect(!closed.links.contains { $0["href"] == Paths.issue(1) })
    }
}
