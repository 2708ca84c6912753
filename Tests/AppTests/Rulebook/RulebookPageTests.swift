import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App
@testable import Rulebooks

@Suite("The rulebook's page")
struct RulebookPageTests {
    @Test("says in plain words when, by which channel and with which questions")
    func plainWords() async throws {
        let company = try await TestCompany()
        let page = try await company.browser(signedInAs: .agent).get(Paths.rulebook)
        let rules = try page.find("//dl[1]//dd").map(\.text)
        #expect(rules.contains { $0.hasPrefix("开工后第 10 天到第 15 天，电话回访，用《前期回访》问卷（") }, "\(rules)")
        #expect(rules.contains { $0.hasPrefix("计划竣工前 3 天到当天，电话回访") }, "\(rules)")
        #expect(
            rules.contains {
                $0.contains("竣工满 3 个月起，每 3 个月一次，到满 12 个月为止；") && $0.contains("每次 14 天内完成")
            }, "\(rules)")
        #expect(rules.contains { $0.contains("只在“完工晚于计划”时") })
        for fact in ["10:00–11:30；15:00–17:30，只在工作日", "每星期日 17:00", "打 3 次", "90%", "24 个月"] {
            #expect(page.mainText.contains(fact), "\(fact)")
        }
        #expect(page.mainText.contains("第 1 版"))
        #expect(try page.find("//main//form").isEmpty, "agents read it, and change nothing")
    }

    @Test("every kind of rule becomes a sentence without a hole in each language", arguments: Language.allCases)
    func everyRule(_ language: Language) throws {
        let words = Words(language, zone: .gmt)
        let rulebook = try Rulebook.pack("decoration")
        let triggers: [Trigger] = [
            .after(.latest(of: [.completed, .finalPayment]), Window(opens: .months(3), openDays: 14)),
            .after(.first(of: [.warrantyProcedure, .finalPayment]), Window(opens: .days(2), openDays: 1)),
            .beforePlanned(.completed, opens: 5, closes: 2),
            .recurring(
                .first(of: [.completed]), steps: [RecurringStep(every: .days(7), first: .days(7), last: nil)],
                openDays: 3),
            .seasonal(.first(of: [.contract]), inSeason: .days(7), offSeason: .months(1), openDays: 3),
            .event(names: [.solved, .installed], Window(opens: .days(0), openDays: 3)),
        ]
        for (trigger, circumstance) in zip(triggers, Circumstance.allCases + [nil, nil, nil]) {
            let rule = CadenceRule(
                key: "k", stage: "initial", channel: .visit, questionnaire: "initial", trigger: trigger,
                circumstance: circumstance)
            let sentence = RuleWords(rulebook: rulebook, words: words).sentence(rule)
            #expect(!sentence.contains("{") && !sentence.contains("rulebook."), "\(sentence)")
        }
    }

    @Test("gives the document in force as a file")
    func download() async throws {
        let company = try await TestCompany()
        let file = try await company.browser(signedInAs: .admin).get(Paths.rulebookFile)
        #expect(file.html == company.app.company.rulebook.yaml)
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"decoration.yaml\"")
    }

    @Test("previews a project that is there, and one that is not, on a line of time")
    func preview() async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 2)
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.preview).form(Paths.preview)
        let known = try await browser.submit(form, ["number": "hf-1"])
        #expect(try known.find("//ol/li").map(\.text).contains { $0.contains("2026年12月1日 – 12月6日 回访：前期回访") })
        let imagined = try await browser.submit(form, ["completed": "2026-11-01", "handled-by": "other"])
        #expect(try imagined.find("//ol/li").count { $0.text.contains("回访：保修期回访") } == 7)
        let before = try await company.number("SELECT count(*) FROM follow_up")
        #expect(before == 1, "a preview stores nothing")
        let unknown = try await browser.submit(form, ["number": "HF-9", "started": "2026-02-31"])
        #expect(unknown.status == 422 && unknown.errors.count == 2)
        #expect(try unknown.form(Paths.preview)["started"]?.value == "2026-02-31")
    }

    @Test("previews a proposed rulebook before it is in force")
    func previewProposal() async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 2)
        let id = try await company.propose(
            ("opens: 10 days\n      closes: 15 days", "opens: 15 days\n      closes: 20 days"))
        let browser = try await company.browser(signedInAs: .admin)
        try await browser.get(Paths.proposal(id))
        let form = try await browser.follow(company.words()("proposal.preview")).form(Paths.preview)
        let page = try await browser.submit(form, ["number": "HF-1"])
        #expect(page.mainText.contains("2026年12月6日 – 12月11日"))
        #expect(try await browser.get(Paths.preview + "?proposal=999").status == 404)
    }
}
