import Forms
import Rulebooks
import Testing

@testable import App

@Suite("A call that is being made while the rulebook changes (FUP-6)")
struct AskedQuestionnaireTests {
    @Test("is stored, drafted and shown again with the questions that were on the page")
    func openSheet() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let first = try #require(company.app.company.rulebook.questionnaire(call.questionnaire)?.questions.first)
        let (old, new) = (first.text[.simplified], "工地上现在有人干活吗？")
        let agent = try await company.browser(signedInAs: .agent)
        let open = try await agent.sheet(call)
        try await company.putIntoForce((old, new))
        let refused = try await agent.submit(open, ["overall": "", "q.\(first.id)": "no"])
        #expect(refused.status == 422 && refused.text.contains(old) && !refused.text.contains(new))
        let stored = try await agent.submit(
            try refused.form(Paths.sheet(call.id)), ["q.\(first.id).remark": "还没有人来"])
        #expect(stored.path == Paths.followUp(call.id))
        let record = try await agent.get(Paths.record(call.id))
        #expect(record.mainText.contains(old) && !record.mainText.contains(new))
    }

    @Test("a sheet that is opened after the change has the new questions")
    func opened() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let first = try #require(company.app.company.rulebook.questionnaire(call.questionnaire)?.questions.first)
        let agent = try await company.browser(signedInAs: .agent)
        // Questions are drawn once and kept: these must not be shown after the change.
        #expect(try await agent.get(Paths.sheet(call.id)).text.contains(first.text[.simplified]))
        try await company.putIntoForce((first.text[.simplified], "工地上现在有人干活吗？"))
        let page = try await agent.get(Paths.sheet(call.id))
        #expect(page.text.contains("工地上现在有人干活吗？") && !page.text.contains(first.text[.simplified]))
    }

    @Test("a call whose questionnaire is in the rulebook no more is made with its last one until it is planned anew")
    func dropped() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
        // Renamed everywhere: the call that is owed still names the old one.
        try await company.putIntoForce((" \(call.questionnaire)\n", " \(call.questionnaire)-new\n"))
        #expect(company.app.company.rulebook.questionnaire(call.questionnaire) == nil)
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.sheet(call.id))
        #expect(page.status == 200 && page.text.contains(questionnaire.questions[0].text[.simplified]))
    }
}
