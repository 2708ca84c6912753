import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("The draft of a sheet (FUP-1)")
struct SheetDraftTests {
    @Test("is kept while talking and says when it was saved")
    func saved() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let answer = try await browser.post(
            Paths.draft(call.id), browser.sheet(call).entries(["customerWords": "说到一半"]))
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/json")
        let reply = try JSONDecoder().decode([String: String].self, from: Data(answer.html.utf8))
        #expect(reply == ["savedAt": "10:30", "version": "1"])
        #expect(try await company.state(call.id) == .overdue, "a draft is no follow-up")
        #expect(try await company.submissions() == 2, "those of the customer and the project")
    }

    @Test("is there when the sheet is opened again, half-typed and wrong values too, and says since when")
    func reopened() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let typed: [String: Typed] = [
            "q.work-started": "no", "q.inspector-contacts": "三四次吧", "overall": "0", "customerWords": "<说>到一半 & 🙂\n二",
        ]
        try await browser.post(Paths.draft(call.id), browser.sheet(call).entries(typed))
        company.clock.advance(minutes: 20)
        let page = try await browser.get(Paths.sheet(call.id))
        let form = try page.form(Paths.sheet(call.id))
        for (field, value) in typed { #expect(form[field]?.values == value.values, "\(field)") }
        #expect(page.text.contains("保存于 10:30"))
        #expect(page.errors.isEmpty, "nobody is blamed before the end of the call")
        #expect(try await company.audited("follow-up", call.id).contains("record-read"))
    }

    @Test("is replaced by the next one, and gone with the submission")
    func discarded() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        for words in ["一", "一二", "一二三"] {
            try await browser.post(Paths.draft(call.id), browser.sheet(call).entries(["customerWords": Typed(words)]))
        }
        #expect(try await company.number("SELECT count(*) FROM sheet_draft") == 1)
        let form = try await browser.sheet(call)
        #expect(form["customerWords"]?.value == "一二三")
        try await browser.submit(form)
        #expect(try await company.number("SELECT count(*) FROM sheet_draft") == 0)
        #expect(try await browser.get(Paths.record(call.id)).text.contains("一二三"))
        let late = try await browser.post(Paths.draft(call.id), form.entries(["customerWords": "迟到的草稿"]))
        #expect(late.status == 409, "a window that went on autosaving is told")
        #expect(try await company.number("SELECT count(*) FROM sheet_draft") == 0)
    }

    @Test("survives attempts and agreed callbacks, until the call is made")
    func survivesCallback() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.post(Paths.draft(call.id), browser.sheet(call).entries(["customerWords": "客户要开会了"]))
        try await browser.agree("hour", of: call)
        try await browser.record(.busy, of: call)
        #expect(try await browser.sheet(call)["customerWords"]?.value == "客户要开会了")
    }

    @Test("keeps nothing that is no field of the sheet")
    func unknownFields() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.post(
            Paths.draft(call.id),
            [
                ("q.no-such-question", "x"), ("submission", SubmissionID.random().text), ("", "z"),
                ("customerWords", "真的"),
            ])
        let draft = try #require(
            try await company.door.openDraft(call, for: company.member(.agent), company.stamp(.agent)))
        #expect(draft.content.answers == ["customerWords": ["真的"]])
    }
}
