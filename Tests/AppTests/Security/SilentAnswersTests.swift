import HTTPTypes
import Rulebooks
import Testing

@testable import App

/// What was answered changes nothing that anybody without a grant gets to see: no number, badge, order or search (ACC-2).
struct SilentAnswersTests {
    private struct Walked {
        let company: TestCompany
        let calls: [FollowUp]
    }

    /// Two sealed sheets, one of each agent, and a draft.
    private func company(_ mood: Questionnaire.Mood, _ word: String) async throws -> Walked {
        let company = try await TestCompany()
        var calls: [FollowUp] = []
        for (number, agent) in [("HF-1", Staff.agent), ("HF-2", .agent2)] {
            let call = try await company.owedCall(number, customer: "客户\(number.suffix(1))", by: agent)
            let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
            _ = try await company.sheets.submit(
                questionnaire.content(mood) { _ in word }, questionnaire, of: call.id, by: try company.member(agent),
                .random(), try company.stamp(agent))
            calls.append(call)
        }
        company.passDeadline()
        return Walked(company: company, calls: calls)
    }

    /// The page without the random number that each of its forms carries.
    private func lasting(_ page: ShownPage) -> String {
        "\(page.status) \(page.location ?? "")\n" + page.lastingHTML
    }

    @Test(
        "glad and angry customers, much and little said: all pages are the same to the last byte",
        arguments: [Staff.agent, .agent2, .technician, .manager, .executive, .finance])
    func same(_ who: Staff) async throws {
        let glad = try await company(.glad, "很好")
        let angry = try await company(.angry, "zqx0001w zqx0002w")
        #expect(glad.calls.map(\.id) == angry.calls.map(\.id))
        let one = try await glad.company.browser(signedInAs: who)
        let other = try await angry.company.browser(signedInAs: who)
        let numbers = glad.calls.flatMap { ["\($0.id)", "\($0.projectID)", "\($0.customerID)"] } + ["999999"]
        var waiting = EveryAddress(company: glad.company).paths(.get, numbers: numbers)
        var visited: Set<String> = []
        while let path = waiting.popLast() {
            guard visited.insert(path).inserted else { continue }
            let page = try await one.send(.get, path)
            #expect(lasting(page) == lasting(try await other.send(.get, path)), "\(path)")
            waiting += page.waysOn + [page.location].compactMap(\.self)
        }
        #expect(visited.count > 60)
    }

    @Test(
        "searching for what was said finds as little as searching for what nobody said",
        arguments: [Staff.agent, .agent2, .manager, .executive])
    func searching(_ who: Staff) async throws {
        let records = try await MarkedRecords.make()
        let browser = try await records.company.browser(signedInAs: who)
        let unsaid = "qjk8888v"
        let said = MarkedRecords.Thing.allCases.compactMap { records.marks(of: $0).min() }
        let lists = [Paths.customers, Paths.followUps, Paths.followUpsFile, Paths.accessRequests, Paths.today]
        for path in lists {
            for name in ["q", "search", "text", "content", "state", "agent", "from", "page"] {
                let nothing = try await browser.send(.get, "\(path)?\(name)=\(unsaid)")
                for word in said {
                    let page = try await browser.send(.get, "\(path)?\(name)=\(word)")
                    #expect(lasting(page).replacing(word, with: unsaid) == lasting(nothing), "\(path) \(name) \(word)")
                }
            }
        }
    }
}
