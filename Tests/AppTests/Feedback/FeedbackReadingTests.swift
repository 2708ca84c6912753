import Foundation
import Testing

@testable import App

@Suite("What customers said is read as follow-up records are (ACC-2, FBK)")
struct FeedbackReadingTests {
    @Test("the agent of the project until it is sealed, the administrator, others by a grant for all of the project")
    func grounds() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let id = try await company.feedback(of: project)
        func sees(_ one: Staff) async throws -> Bool {
            let page = try await company.browser(signedInAs: one).get(Paths.feedbackRecord(id))
            #expect(page.status == 200 || (page.status == 403 && page.text.contains("FK20261123-01")), "the facts")
            return page.text.contains("客厅灯再亮一点")
        }
        let atFirst: [(Staff, Bool)] = [
            (.agent, true), (.admin, true), (.agent2, false), (.manager, false), (.executive, false),
        ]
        for (one, mayRead) in atFirst { #expect(try await sees(one) == mayRead, "\(one)") }
        company.passDeadline()
        #expect(try await !sees(.agent), "sealed")
        let wish = try await company.ask(.manager, toReadAllOf: project)
        #expect(try await !sees(.manager))
        _ = try await company.approve(wish)
        #expect(try await sees(.manager))
        let entries = try await company.audited("feedback", id)
        #expect(entries.contains("record-refused") && entries.filter { $0 == "record-read" }.count == 3)
    }

    @Test("lists, files and searches show that it is there, never what it says")
    func lists() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        _ = try await company.feedback(of: project)
        let agent2 = try await company.browser(signedInAs: .agent2)
        for path in [Paths.project(project), Paths.feedback(project: project)] {
            let page = try await agent2.get(path)
            #expect(page.text.contains("FK20261123-01") && !page.text.contains("客厅灯再亮一点"))
        }
    }
}
