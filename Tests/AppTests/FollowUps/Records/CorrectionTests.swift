import Forms
import Testing

@testable import App

@Suite("The correction of a sheet (FUP-6, ACC-3)")
struct CorrectionTests {
    @Test("keeps every revision, with who, when and why, and shows each of them")
    func revisions() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall(saying: "最初的话")
        let browser = try await company.browser(signedInAs: .agent)
        for (words, reason) in [("后来的话", "漏了一句"), ("最后的话", "又打来补充")] {
            company.clock.advance(minutes: 10)
            try await browser.get(Paths.record(call.id))
            let form = try await browser.follow(company.words()("record.correct")).form()
            #expect(form["reason"]?.value == "")
            let saved = try await browser.submit(form, ["customerWords": Typed(words), "reason": Typed(reason)])
            #expect(saved.notice == company.words()("notice.sheet-corrected"))
            #expect(saved.text.contains(words))
        }
        let record = try await browser.get(Paths.record(call.id))
        let lines = try record.find("//section/ul[@class='plain-list']/li").map(\.text)
        #expect(lines.count == 3)
        #expect(lines.dropFirst().first?.contains("漏了一句") == true && lines.last?.contains("又打来补充") == true, "\(lines)")
        #expect(lines.last?.contains("陈静 于 2026年11月23日 10:50") == true)
        for (number, words) in [(1, "最初的话"), (2, "后来的话"), (3, "最后的话")] {
            let page = try await browser.get("\(Paths.record(call.id))?revision=\(number)")
            #expect(try page.find("//dl/div[dt='客户原话与愿望']/dd").map(\.text) == [words])
        }
        for strange in ["0", "4", "-1", "x", "99999999999"] {
            let page = try await browser.get("\(Paths.record(call.id))?revision=\(strange)")
            #expect(page.status == 200 && page.text.contains("最后的话"))
        }
        #expect(try await company.audited("follow-up", call.id).count { $0 == "sheet-corrected" } == 2)
    }

    @Test("shows the sheet as it was filled, and needs a reason and an answer")
    func needsAReason() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall(saying: "原来的话")
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.correction(call.id)).form()
        #expect(form["customerWords"]?.value == "原来的话")
        #expect(form["overall"]?.value == "4")
        let page = try await browser.submit(form, ["customerWords": "新的话", "q.work-started": "no"])
        try expectErrors(page, about: "reason")
        try expectErrors(page, about: "q.work-started.remark")
        #expect(try page.form()["customerWords"]?.value == "新的话")
        let emptied = try await browser.submit(form, ["customerWords": "", "overall": "", "reason": "清空"])
        #expect(emptied.status == 422, "a sheet cannot be corrected into an empty one")
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
    }

    @Test("that was wrong first is still based on the sheet that its page showed (UX-4)")
    func wrongThenStale() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall(saying: "原来的话")
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.correction(call.id)).form()
        let other = try await company.browser(signedInAs: .agent)
        let quicker = try await other.get(Paths.correction(call.id)).form()
        try await other.submit(quicker, ["customerWords": "另一窗口的话", "reason": "漏了"])
        let wrong = try await browser.submit(form, ["customerWords": "我的话"])
        #expect(wrong.status == 422)
        let again = try await browser.submit(try wrong.form(), ["reason": "补充"])
        #expect(again.status == 409 && again.text.contains("另一窗口的话"))
    }

    @Test(
        "is over when the sheet is sealed, by the weekly deadline or earlier by an administrator",
        arguments: [true, false])
    func sealed(early: Bool) async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let before = try await company.browser(signedInAs: .agent)
        let form = try await before.get(Paths.correction(call.id)).form()
        if early {
            let admin = try await company.browser(signedInAs: .admin)
            let page = try await admin.get(Paths.followUp(call.id))
            #expect(
                try await admin.submit(page.form(Paths.filing(call.id))).notice == company.words()("notice.sheet-filed")
            )
        } else {
            company.passDeadline()
        }
        let browser = early ? before : try await company.browser(signedInAs: .agent)
        #expect(try await browser.get(Paths.correction(call.id)).status == 403)
        let late = try await browser.submit(form, ["customerWords": "太晚了", "reason": "太晚了"])
        #expect(late.status == 403)
        let page = try await browser.get(Paths.followUp(call.id))
        #expect(!page.links.contains { $0["href"] == Paths.correction(call.id) })
        #expect(page.text.contains(company.words()("record.sealed")))
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
    }

    @Test("one moment before the deadline is in time, at the deadline it is not")
    func deadline() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        company.passDeadline()
        company.clock.advance(seconds: -1)
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.correction(call.id)).form()
        #expect(try await browser.submit(form, ["customerWords": "赶上了", "reason": "补充"]).status == 200)
        let again = try await browser.get(Paths.correction(call.id)).form()
        company.clock.advance(seconds: 1)
        #expect(try await browser.submit(again, ["customerWords": "没赶上", "reason": "补充"]).status == 403)
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 2)
    }

    @Test("is the author's alone", arguments: [Staff.agent2, .admin, .manager, .executive])
    func others(one: Staff) async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall(saying: "不给别人看")
        let browser = try await company.browser(signedInAs: one)
        let page = try await browser.get(Paths.correction(call.id))
        #expect(page.status == 403 && !page.html.contains("不给别人看"))
        let sent = try await browser.post(
            Paths.correction(call.id),
            [
                ("submission", SubmissionID.random().text), ("version", "1"), ("customerWords", "改掉"), ("reason", "改掉"),
            ])
        #expect(sent.status == 403 && !sent.html.contains("不给别人看"))
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
    }
}
