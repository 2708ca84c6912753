import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("Handing over when somebody leaves or is ill, many at once (ACC-9)")
struct HandingOverTests {
    /// The page with what would go, after choosing on the shown form.
    private func preview(
        _ company: TestCompany, _ extent: String, _ days: [String: Typed] = [:], to: [Staff] = [.agent2],
        by admin: Browser
    ) async throws -> ShownPage {
        let path = Paths.memberHandover(try company.member(.agent).id)
        let form = try await admin.get(path).form(path, having: "extent")
        let chosen = Typed(try to.map { String(try company.member($0).id) })
        return try await admin.submit(form, days.merging(["extent": Typed(extent), "to": chosen]) { $1 })
    }

    private func handOver(
        _ company: TestCompany, _ extent: String, _ days: [String: Typed] = [:], by admin: Browser
    ) async throws -> ShownPage {
        let page = try await preview(company, extent, days, by: admin)
        return try await admin.submit(page.form(page.decisionAction, having: "reason"), ["reason": "离职"])
    }

    private func agents(_ company: TestCompany) async throws -> [String: String] {
        let all = try await company.everyFollowUp()
        return Dictionary(all.map { ($0.projectNumber, $0.agentName) }) { $0 + $1 }
    }

    @Test("counts stand before the decision, and for good the projects go too, with what they will owe")
    func forGood() async throws {
        let company = try await TestCompany()
        let done = try await company.project("HF-DONE", startedDaysAgo: 12)
        try await company.fillSheet(of: done, saying: "好")
        try await company.project("HF-1", startedDaysAgo: 12)
        try await company.project("HF-2", startedDaysAgo: 30)
        try await company.project("HF-OTHERS", startedDaysAgo: 12, agent: .agent2)
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await preview(company, "for-good", by: admin)
        #expect(try page.shares() == ["吴涛 2 3"])
        #expect(try await agents(company)["HF-1"] == "陈静", "looking changes nothing")
        let answer = try await handOver(company, "for-good", by: admin)
        #expect(answer.notice == company.words()("notice.handed-over"))
        #expect(
            try await agents(company) == ["HF-DONE": "陈静", "HF-1": "吴涛", "HF-2": "吴涛", "HF-OTHERS": "吴涛"],
            "what was done stays under the name of who did it")
        let (left, took) = (try company.member(.agent).id, try company.member(.agent2).id)
        #expect(try await company.number("SELECT count(*) FROM project WHERE agent_id = \(left)") == 0)
        #expect(try await company.number("SELECT count(*) FROM project WHERE agent_id = \(took)") == 4)
        #expect(try await company.audited("member", left).last == "handed-over")
        let agent2 = try await company.browser(signedInAs: .agent2)
        #expect(Set(try await agent2.get(Paths.today).projectNumbers()) == ["HF-1", "HF-2", "HF-OTHERS"])
    }

    @Test("for a week what is to be done in it goes: what ends in it, is promised for it, or is late already")
    func days() async throws {
        let company = try await TestCompany()
        try await company.project("HF-LATE", startedDaysAgo: 30)
        try await company.project("HF-IN", startedDaysAgo: 9)
        try await company.project("HF-AFTER", startedDaysAgo: 8)
        let promised = try await company.project("HF-PROMISED", startedDaysAgo: 2)
        _ = try await company.followUps.record(
            .callLater, callbackAt: company.clock.now.addingTimeInterval(86_400), of: promised.id,
            by: try company.member(.agent), .random(), try company.stamp(.agent))
        let admin = try await company.browser(signedInAs: .admin)
        let days: [String: Typed] = ["from": "2026-11-23", "until": "2026-11-29"]
        #expect(try await preview(company, "days", days, by: admin).shares() == ["吴涛 3 0"])
        #expect(
            try await preview(company, "days", ["from": "2026-11-24", "until": "2026-11-29"], by: admin).shares()
                == ["吴涛 2 0"], "what is late can be done by who is ill from tomorrow on")
        _ = try await handOver(company, "days", days, by: admin)
        #expect(
            try await agents(company)
                == ["HF-LATE": "吴涛", "HF-IN": "吴涛", "HF-PROMISED": "吴涛", "HF-AFTER": "陈静"])
        #expect(try await company.number("SELECT count(*) FROM project WHERE agent_id = 2") == 4, "projects stay")
    }

    @Test("taking it back returns exactly what nobody worked on since, and says how many stayed")
    func reversal() async throws {
        let company = try await TestCompany()
        var calls: [String: FollowUp] = [:]
        for number in ["HF-1", "HF-TRIED", "HF-DRAFT", "HF-DONE", "HF-ON"] {
            calls[number] = try await company.project(number, startedDaysAgo: 12)
        }
        let admin = try await company.browser(signedInAs: .admin)
        let shown = try await handOver(company, "for-good", by: admin)
        company.clock.advance(minutes: 1)
        let agent2 = try company.member(.agent2)
        _ = try await company.followUps.record(
            .busy, callbackAt: nil, of: try #require(calls["HF-TRIED"]).id, by: agent2, .random(),
            try company.stamp(.agent2))
        _ = try await company.sheets.keepDraft(
            SheetContent(answers: ["customerWords": ["说到一半"]]), of: try #require(calls["HF-DRAFT"]).id, by: agent2,
            try company.stamp(.agent2))
        try await company.fillSheet(of: try #require(calls["HF-DONE"]), by: .agent2, saying: "好")
        let third = try await company.addAgent("第三位")
        let store = HandoverStore(database: company.database, zone: company.zone)
        _ = try await store.handOver(
            call: try #require(calls["HF-ON"]).id, to: third, because: "顺路", .random(), try company.stamp(.admin))

        let form = try await admin.get(shown.path).form()
        #expect(admin.page.text.contains("1 个没人动过") && admin.page.text.contains("4 个已经有人处理"))
        let page = try await admin.submit(form)
        #expect(page.text.contains("还回 1 个回访，4 个已经有人处理，留在原处。"))
        #expect(page.text.contains("还回 5 个工程"))
        #expect(
            try await agents(company)
                == ["HF-1": "陈静", "HF-TRIED": "吴涛", "HF-DRAFT": "吴涛", "HF-DONE": "吴涛", "HF-ON": "第三位"])
        let steps = try await admin.get(Paths.followUp(try #require(calls["HF-1"]).id)).text
        #expect(steps.contains("把它从 陈静 转给 吴涛") && steps.contains("从 吴涛 还给 陈静"))
        #expect(try await admin.submit(form).path == page.path, "sent twice it is done once")
        #expect(
            try await admin.post(form.action, [("submission", SubmissionID.random().text)]).status == 409,
            "it was taken back before")
    }

    @Test("what was planned for a project meanwhile goes back with it")
    func plannedMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let admin = try await company.browser(signedInAs: .admin)
        let shown = try await handOver(company, "for-good", by: admin)
        try await company.complete(call.projectID, on: company.today)
        let added = try await company.followUps.ofProject(call.projectID).filter { $0.id != call.id }
        #expect(added.allSatisfy { $0.agentName == "吴涛" } && !added.isEmpty)
        try await admin.submit(admin.get(shown.path).form())
        #expect(try await company.followUps.ofProject(call.projectID).allSatisfy { $0.agentName == "陈静" })
    }

    @Test(
        "a draft stays its author's: the new agent begins with a blank sheet, the old one finds it again after the way back"
    )
    func drafts() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        _ = try await company.sheets.keepDraft(
            SheetContent(answers: ["customerWords": ["只有我能看"]]), of: call.id, by: try company.member(.agent),
            try company.stamp(.agent))
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await preview(company, "all-calls", by: admin)
        #expect(page.text.contains(company.words()("handover.drafts", ["count": "1"])))
        company.clock.advance(minutes: 1)
        let shown = try await handOver(company, "all-calls", by: admin)
        let agent2 = try await company.browser(signedInAs: .agent2)
        #expect(try await agent2.sheet(call)["customerWords"]?.value == "")
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.sheet(call.id)).status == 403)
        #expect(try await admin.get(shown.path).text.contains("1 个没人动过"), "the draft was there before")
        try await admin.submit(admin.page.form())
        #expect(try await agent.sheet(call)["customerWords"]?.value == "只有我能看")
    }

    @Test("nobody gets calls who makes none, and who left gets none back")
    func noAgents() async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 12)
        let admin = try await company.browser(signedInAs: .admin)
        let shown = try await handOver(company, "for-good", by: admin)
        let back = try await admin.get(shown.path).form()
        _ = try await company.app.memberStore.lock(
            try company.member(.agent).id, .random(), try company.stamp(.admin))
        #expect(try await admin.get(shown.path).forms.filter(\.isInMain).isEmpty)
        #expect(try await admin.submit(back).status == 409)
        let path = Paths.memberHandover(try company.member(.agent2).id)
        #expect(throws: NotShown.self) {
            _ = try admin.page.form(path)
        }
        let form = try await admin.get(path).form(path, having: "extent")
        #expect(form["to"] == nil, "the only other agent is locked")
        let fields = [
            ("submission", SubmissionID.random().text), ("extent", "all-calls"), ("reason", "离职"),
            ("to", String(try company.member(.technician).id)),
        ]
        try expectErrors(try await admin.post(path, fields), about: "to")
    }

    @Test("whoever locks somebody who still owes calls is told how many, before and after, and led to the handover")
    func locking() async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 12)
        let agent = try company.member(.agent).id
        let admin = try await company.browser(signedInAs: .admin)
        let words = company.words()("handover.owes", ["name": "陈静", "calls": "1", "projects": "1"])
        let page = try await admin.get(Paths.member(agent))
        #expect(page.text.contains(words) && page.text.contains(company.words()("staff.lock-owes")))
        let locked = try await admin.submit(page.form(Paths.memberLocking(agent)))
        #expect(locked.text.contains(words))
        #expect(try await admin.get(try locked.link(Paths.memberHandover(agent))).status == 200)
        _ = try await handOver(company, "for-good", by: admin)
        #expect(try await !admin.get(Paths.member(agent)).text.contains(company.words()("handover.title")))
    }

    @Test("of each project only its own calls are looked at, not all that the agent ever had")
    func work() async throws {
        let company = try await TestCompany()
        let wish = HandoverInput(from: 2, to: [3], extent: .days(company.today...company.today.adding(days: 6)))
        let owed = HandoverStore.owed(wish, of: 1, today: company.today, company.zone)
        let plan = try await company.database.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT f.id FROM follow_up f WHERE \(owed.sql)",
                arguments: owed.arguments
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == 1 && plan.first?.contains("(project_id=?)") == true, "\(plan)")
    }
}

extension ShownPage {
    /// Who gets how many calls and projects.
    fileprivate func shares() throws -> [String] {
        try find("//main//table[contains(@class, 'list')]/tbody/tr").map { row in
            try find("./*", in: row).map(\.text).joined(separator: " ")
        }
    }

    /// Where the decision is sent: the one POST form about a member's handover.
    fileprivate var decisionAction: String {
        forms.first { $0.isPost && $0.action.hasSuffix("/handover") }?.action ?? ""
    }
}

extension TestCompany {
    /// One more agent than there are.
    fileprivate func addAgent(_ name: String) async throws -> Member.ID {
        let facts = MemberFacts(name: name, username: nil, roles: [.agent])
        let stamp = try stamp(.admin)
        return try await database.write { [audit = database.audit] db in
            try MemberStore.insert(db, audit, facts, nil, false, stamp)
        }
    }

    /// Completes a project, so that more is planned.
    fileprivate func complete(_ project: Project.ID, on day: Day) async throws {
        let (planSync, today) = (app.planSync, today)
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO milestone (project_id, kind, happened_on) VALUES (?, 'completed', ?)",
                arguments: [project, day])
            try planSync.replan(db, project: project, today: today)
        }
    }
}
