import Forms
import Foundation
import Logging
import Rulebooks
import Testing

@testable import App

@Suite("A changed rulebook")
struct RulebookChangeTests {
    /// The first call of a project comes five days later than it did.
    private static let later = (
        old: "opens: 10 days\n      closes: 15 days", new: "opens: 15 days\n      closes: 20 days"
    )

    private func catchUp(_ company: TestCompany) async {
        await Replanner(app: company.app, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).catchUp()
    }

    private func handIn(_ change: (old: String, new: String), _ browser: Browser) async throws -> ShownPage {
        let form = try await browser.get(Paths.newProposal).form(Paths.proposals)
        let yaml = try #require(form["yaml"]?.value)
        #expect(yaml.contains(change.old))
        return try await browser.submit(form, ["yaml": Typed(yaml.replacing(change.old, with: change.new))])
    }

    private func putIntoForce(_ page: ShownPage, _ browser: Browser) async throws -> ShownPage {
        try await browser.submit(
            try page.form(page.path + "/enforcement"), ["reason": "前期回访太早，客户说不上来"])
    }

    @Test("says what would change for the projects in hand, and changes nothing until it is put into force")
    func whatWouldChange() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 2)
        let before = try await company.storedPlan()
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let page = try await handIn(Self.later, browser)
        #expect(page.status == 200 && page.path.hasPrefix("/rulebook/proposals/"))
        #expect(page.mainText.contains("1 个工程中有 1 个会变：新增 0 个回访，改动 1 个，取消 0 个"))
        let row = try #require(try page.find("//table[caption]//tbody/tr").first { $0.text.contains("HF-1") })
        #expect(row.text.contains("2026年12月1日 – 12月6日") && row.text.contains("2026年12月6日 – 12月11日"), "\(row.text)")
        #expect(page.mainText.contains("开工后第 10 天到第 15 天") && page.mainText.contains("开工后第 15 天到第 20 天"))
        await catchUp(company)
        #expect(try await company.storedPlan() == before)
        #expect(try await company.call(call.id).opens == Day("2026-12-01"))
    }

    @Test("takes effect without a restart: new projects at once, those in hand in the background, with who and why")
    func putIntoForce() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 2)
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let page = try await putIntoForce(try await handIn(Self.later, browser), browser)
        #expect(page.path == Paths.rulebook && page.notice == company.words()("notice.rulebook-in-force"))
        #expect(page.mainText.contains("已排 0 / 1 个"), "progress is shown")
        #expect(page.mainText.contains("前期回访太早，客户说不上来") && page.mainText.contains("周敏"))
        let new = try await company.project("HF-2", startedDaysAgo: 2)
        #expect(new.opens == Day("2026-12-06"))
        #expect(try await company.call(call.id).opens == Day("2026-12-01"), "not planned anew yet")
        await catchUp(company)
        #expect(try await company.call(call.id).opens == Day("2026-12-06"))
        #expect(try await browser.get(Paths.rulebook).mainText.contains("已重排全部 1 个工程"))
        #expect(try await company.audited("company", 0) == [])
        #expect(
            try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'rulebook-put-into-force'") == 1)
        let restarted = try await CompanyStore(database: company.database).load()
        #expect(restarted.rulebook == company.app.company.rulebook)
    }

    @Test("plans anew for more projects than one transaction takes, and goes on where it was")
    func manyProjects() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        for number in 1...(ReplanningRunStore.batch + 5) {
            _ = try await company.registerProject(
                "HF-\(number)", of: customer, milestones: [.started: MilestoneDates(actual: company.today)])
        }
        try await company.putIntoForce(Self.later)
        let store = company.app.replanningStore
        #expect(try await store.carryOn(today: company.today, now: company.clock.now))
        #expect(try await store.latest()?.planned == ReplanningRunStore.batch)
        #expect(try await company.number("SELECT count(*) FROM follow_up WHERE opens_on = '2026-12-08'") == 100)
        #expect(try await !store.carryOn(today: company.today, now: company.clock.now))
        #expect(try await company.number("SELECT count(*) FROM follow_up WHERE opens_on = '2026-12-08'") == 105)
        #expect(try await store.latest()?.finishedAt != nil)
        #expect(try await !store.carryOn(today: company.today, now: company.clock.now))
    }

    @Test("leaves a sheet that was filled the questions it was asked with (FUP-6)")
    func oldSheets() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let question = try #require(
            company.app.company.rulebook.questionnaire(call.questionnaire)?.questions.first?.text[.simplified])
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let page = try await handIn((question, "工地上现在有人干活吗？"), browser)
        #expect(page.mainText.contains("工地上现在有人干活吗？"))
        _ = try await putIntoForce(page, browser)
        await catchUp(company)
        #expect(try await browser.get(Paths.rulebook).mainText.contains("工地上现在有人干活吗？"))
        let agent = try await company.browser(signedInAs: .agent)
        let record = try await agent.get(Paths.record(call.id))
        #expect(record.mainText.contains(question) && !record.mainText.contains("工地上现在有人干活吗？"))
    }

    @Test("whoever is not the first to put one into force is told, and sees it compared with the new one (UX-4)")
    func twoAdministrators() async throws {
        let company = try await TestCompany()
        let (mine, other) = (try await company.propose(), try await company.propose(Self.later))
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let shown = try await browser.get(Paths.proposal(mine))
        _ = try await company.rulebooks.putIntoForce(
            other, instead: 1, because: "试行", .random(), try company.stamp(.admin))
        let told = try await putIntoForce(shown, browser)
        #expect(told.status == 409 && told.mainText.contains(company.words()("proposal.stale")))
        #expect(told.mainText.contains("开工后第 15 天到第 20 天"), "compared with the one in force by now")
        let form = try told.form(Paths.enforcement(mine))
        #expect(form["reason"]?.value == "前期回访太早，客户说不上来")
        let done = try await browser.submit(form)
        #expect(done.path == Paths.rulebook && done.mainText.contains("第 3 版"))
    }

    @Test("whoever gave no reason first is told of a rulebook that came into force meanwhile, all the same (UX-4)")
    func noReasonFirst() async throws {
        let company = try await TestCompany()
        let (mine, other) = (try await company.propose(), try await company.propose(Self.later))
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let form = try await browser.get(Paths.proposal(mine)).form(Paths.enforcement(mine))
        _ = try await company.rulebooks.putIntoForce(
            other, instead: 1, because: "试行", .random(), try company.stamp(.admin))
        let wrong = try await browser.submit(form, ["reason": ""])
        #expect(wrong.status == 422)
        let told = try await browser.submit(wrong.form(Paths.enforcement(mine)), ["reason": "前期回访太早"])
        #expect(told.status == 409 && told.mainText.contains(company.words()("proposal.stale")))
    }

    @Test("an older version is brought back as a new one, after the same look at what it changes")
    func bringBack() async throws {
        let company = try await TestCompany()
        let founded = company.app.company.rulebook
        try await company.putIntoForce(Self.later)
        #expect(company.app.company.rulebook != founded)
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let form = try await browser.get(Paths.rulebook).form(Paths.versionProposal(1))
        let page = try await browser.submit(form)
        #expect(page.mainText.contains("开工后第 10 天到第 15 天"))
        _ = try await putIntoForce(page, browser)
        #expect(company.app.company.rulebook == founded)
        #expect(try await company.rulebooks.versions().map(\.id) == [3, 2, 1])
    }

    @Test("warns of calls that would be overdue the moment it is in force")
    func overdueAtOnce() async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let page = try await handIn(
            ("opens: 10 days\n      closes: 15 days", "opens: 2 days\n      closes: 3 days"), browser)
        #expect(page.mainText.contains("其中 1 个的期限已经过去"))
    }
}
