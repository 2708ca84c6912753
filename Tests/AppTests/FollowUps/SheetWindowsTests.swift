import Forms
import Foundation
import Testing

@testable import App

@Suite("A sheet that is open in two windows (UX-10)")
struct SheetWindowsTests {
    private static func keep(
        _ browser: Browser, _ call: FollowUp, _ form: ShownForm, _ words: String, version: String? = nil
    ) async throws -> (status: Int, reply: [String: String]) {
        let sent = try form.entries(["customerWords": Typed(words)])
            .map { $0.name == "version" ? (name: $0.name, value: version ?? $0.value) : $0 }
        let answer = try await browser.post(Paths.draft(call.id), sent)
        let reply = try? JSONDecoder().decode([String: String].self, from: Data(answer.html.utf8))
        return (answer.status, reply ?? [:])
    }

    @Test("never wipes what the other one has saved; the second is told, with the version to decide for")
    func stale() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let left = try await browser.sheet(call), right = try await browser.sheet(call)
        #expect(try await Self.keep(browser, call, left, "左边").status == 200)
        let told = try await Self.keep(browser, call, right, "右边")
        #expect(told.status == 409 && told.reply == ["savedAt": "10:30", "version": "1"])
        #expect(try await browser.sheet(call)["customerWords"]?.value == "左边", "nothing was overwritten")
        let decided = try await Self.keep(browser, call, right, "右边", version: told.reply["version"])
        #expect(decided.status == 200 && decided.reply["version"] == "2")
        #expect(try await Self.keep(browser, call, left, "左边又写").status == 409)
        #expect(try await browser.sheet(call)["customerWords"]?.value == "右边")
    }

    @Test("goes on saving in the window that saved last, whichever of its requests comes first")
    func sameWindow() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.sheet(call)
        for words in ["一", "一二", "一二三"] {
            #expect(try await Self.keep(browser, call, form, words).status == 200, "with the version of its opening")
        }
    }

    @Test("is not sent over what the other one has saved: both are shown, and sent again it is this one's")
    func sent() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let left = try await browser.sheet(call), right = try await browser.sheet(call)
        _ = try await Self.keep(browser, call, left, "左边的窗口")
        let both = try await browser.submit(right, ["overall": "4", "customerWords": "右边的窗口"])
        #expect(both.status == 409 && both.text.contains("左边的窗口"))
        let form = try both.form(Paths.sheet(call.id))
        #expect(form["customerWords"]?.value == "右边的窗口" && form["overall"]?.value == "4")
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 0)
        #expect(try await company.number("SELECT count(*) FROM sheet_draft") == 1, "the other text is still there")
        let sent = try await browser.submit(form)
        #expect(sent.path == Paths.followUp(call.id))
        #expect(try await browser.get(Paths.record(call.id)).text.contains("右边的窗口"))
    }
}
