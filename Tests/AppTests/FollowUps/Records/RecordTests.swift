import Forms
import Rulebooks
import Testing

@testable import App

@Suite("A follow-up record")
struct RecordTests {
    private static let typed: [String: Typed] = [
        "q.work-started": "yes", "q.crew-briefed": "no", "q.crew-briefed.remark": "设计师没有来",
        "q.crew-briefed.problem": "yes",
        "q.drawings-complete": "not-asked", "q.inspector-contacts": "0", "q.crew-attitude": "very-satisfied",
        "overall": "3",
        "customerWords": "希望周末\n不要施工", "agentNote": "语气平和", "problem": "约设计师到场",
    ]

    private func filled(_ company: TestCompany) async throws -> FollowUp {
        let call = try await company.owedCall("HF-2026-77")
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.submit(browser.sheet(call), Self.typed)
        return try await company.call(call.id)
    }

    @Test(
        "shows and prints everything: what was asked, answered and left out, by whom and when (FUP-7)",
        arguments: Language.allCases)
    func everything(language: Language) async throws {
        let company = try await TestCompany()
        let call = try await filled(company)
        let browser = try await company.browser(signedInAs: .agent, in: language)
        let page = try await browser.get(Paths.record(call.id))
        let words = company.words(language)
        let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
        let answers = Dictionary(
            try page.find("//dl[contains(@class, 'answers')]/div").map { line in
                (
                    try page.find("./dt", in: line).first?.text ?? "",
                    try page.find("./dd", in: line).first?.content ?? ""
                )
            }
        ) { first, _ in first }
        for question in questionnaire.questions {
            #expect(answers[question.text[language]] != nil, "\(question.id) is not on the record")
        }
        #expect(answers[question("crew-briefed", questionnaire, language)]?.contains("设计师没有来") == true)
        #expect(
            answers[question("crew-briefed", questionnaire, language)]?.contains(words("record.open-problem")) == true)
        #expect(answers[question("safety", questionnaire, language)] == words("record.not-answered"))
        #expect(answers[question("inspector-contacts", questionnaire, language)] == "0")
        #expect(answers.values.contains("希望周末\n不要施工"))
        for text in [
            "王建国", "HF-2026-77", "陈静", "语气平和", "约设计师到场", words("channel.phone"), words("record.ground.author"),
        ] {
            #expect(page.text.contains(text), "\(text) is not on the record")
        }
        #expect(page.text.contains(words.dateTime(company.clock.now)), "when it was filled")
        let printed = try await browser.follow(words("record.print"))
        let sentence = words("record.printed", ["name": "陈静", "time": words.dateTime(company.clock.now)])
        #expect(try printed.find("//*[contains(@class, 'print-only')]").map(\.text).contains(sentence))
        #expect(try printed.has("//*[@data-print-now]") && printed.text.contains("约设计师到场"))
    }

    private func question(_ id: String, _ questionnaire: Questionnaire, _ language: Language) -> String {
        questionnaire.questions.first { $0.id == id }?.text[language] ?? id
    }

    @Test("shows the questions as they were asked, whatever the rulebook asks today (FUP-6)")
    func questionsOfThen() async throws {
        let company = try await TestCompany()
        let rulebook = company.app.company.rulebook
        let older = try Rulebook(
            yaml: rulebook.yaml.replacing("师傅们已经进场开工了吗？", with: "当年是这样问开工的？")
                .replacing("      - id: safety\n", with: "      - id: safety-of-then\n"))
        let call = try await company.owedCall("HF-OLD")
        let rules = CurrentRules(PlanningRules(rulebook: older, calendar: .standard))
        let sheets = SheetStore(database: company.database, rules: rules, zone: company.zone)
        let asked = try #require(older.questionnaire(call.questionnaire))
        _ = try await sheets.submit(
            SheetContent(answers: ["q.work-started": ["yes"], "q.safety-of-then": ["yes"]]), asked, of: call.id,
            by: company.member(.agent), .random(), company.stamp(.agent))
        let new = try await filled(company)
        let browser = try await company.browser(signedInAs: .agent)
        let old = try await browser.get(Paths.record(call.id))
        #expect(old.text.contains("当年是这样问开工的？") && !old.text.contains("师傅们已经进场开工了吗？"))
        let safety = try old.find("//dl/div[dt[contains(., '用电')]]/dd").map(\.text)
        #expect(safety == ["是"], "an answer to a question that is not asked any more is still shown")
        #expect(try await browser.get(Paths.record(new.id)).text.contains("师傅们已经进场开工了吗？"))

        let form = try await browser.get(Paths.correction(call.id))
        #expect(form.text.contains("当年是这样问开工的？"), "it is corrected as it was asked")
        let corrected = try await browser.submit(
            form.form(), ["q.safety-of-then": "no", "q.safety-of-then.remark": "电线外露", "reason": "听错了"])
        #expect(corrected.text.contains("当年是这样问开工的？") && corrected.text.contains("电线外露"))
        #expect(try await company.number("SELECT count(*) FROM questionnaire") == 2)
    }

    @Test("the same questionnaire is stored once, however many sheets were filled with it")
    func questionnaireOnce() async throws {
        let company = try await TestCompany()
        for number in 1...3 { _ = try await company.filledCall("HF-\(number)") }
        #expect(try await company.number("SELECT count(*) FROM questionnaire") == 1)
    }

    @Test("a call without a sheet has no record, and nobody is told more")
    func notThere() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        for one in [Staff.agent, .agent2, .admin] {
            let browser = try await company.browser(signedInAs: one)
            #expect(try await browser.get(Paths.record(call.id)).status == 404)
        }
    }

    @Test("who may not read it is told how to ask, and sees none of it (ACC-2)")
    func closed() async throws {
        let company = try await TestCompany()
        let call = try await filled(company)
        let browser = try await company.browser(signedInAs: .agent2)
        let page = try await browser.get(Paths.record(call.id))
        #expect(page.status == 403)
        #expect(!page.html.contains("设计师没有来") && !page.html.contains("希望周末"))
        let form = try await browser.follow(company.words()("record.ask")).form()
        let asked = try await browser.submit(form, ["reason": "核对客户投诉中提到的工期"])
        #expect(asked.notice == company.words()("notice.access-requested"))
    }
}
