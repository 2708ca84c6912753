import Forms
import Testing

@testable import App

@Suite("A sheet that is sent more than once (UX-3, UX-4)")
struct SheetTwiceTests {
    @Test("sent again, or reloaded, it is the same record and the same answer")
    func sameForm() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.sheet(call)
        let first = try await browser.submit(form, ["customerWords": "只说一次"], following: false)
        let second = try await browser.submit(form, ["customerWords": "只说一次"], following: false)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.location == second.location)
        let page = try await browser.get(Paths.followUp(call.id))
        for _ in 0..<3 { #expect(try await browser.get(page.path).status == 200) }
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
        #expect(try await company.audited("follow-up", call.id).count { $0 == "sheet-submitted" } == 1)
    }

    @Test("going back to the sheet of a call that is done leads to its page")
    func goingBack() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await browser.get(Paths.sheet(call.id)).path == Paths.followUp(call.id))
    }

    @Test("sent from two windows, both versions are shown, and the second is saved as a correction with a reason")
    func twoWindows() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let left = try await browser.sheet(call)
        let right = try await browser.sheet(call)
        try await browser.submit(left, ["overall": "4", "customerWords": "左边的窗口"])
        let both = try await browser.submit(right, ["overall": "1", "customerWords": "右边的窗口", "agentNote": "多一句"])
        #expect(both.status == 409)
        let rows = try both.find("//table[contains(@class, 'two-versions')]/tbody/tr").map(\.text)
        #expect(rows.count == 3, "\(rows)")
        #expect(rows.contains { $0.contains("左边的窗口") && $0.contains("右边的窗口") })
        #expect(rows.contains { $0.contains("多一句") && $0.contains(company.words()("record.none")) })
        #expect(both.mainText.contains(company.words()("versions.explanation")))

        let form = try both.form(Paths.correction(call.id))
        #expect(form["customerWords"]?.value == "右边的窗口")
        #expect(form["overall"]?.value == "1")
        try expectErrors(try await browser.submit(form), about: "reason")
        let saved = try await browser.submit(form, ["reason": "右边的才是最后说的"])
        #expect(saved.path == Paths.record(call.id))
        #expect(saved.text.contains("右边的窗口") && !saved.text.contains("左边的窗口"))
        let first = try await browser.get("\(Paths.record(call.id))?revision=1")
        #expect(first.text.contains("左边的窗口") && !first.text.contains("右边的窗口"))
        #expect(try await company.number("SELECT count(*) FROM sheet") == 1)
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 2)
    }

    @Test("sent from eight windows at once, one is stored and the others are shown both versions")
    func manyWindows() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        var forms: [ShownForm] = []
        for _ in 0..<8 { forms.append(try await browser.sheet(call)) }
        let statuses = try await withThrowingTaskGroup(of: Int.self) { [forms] group in
            for (index, form) in forms.enumerated() {
                group.addTask {
                    try await browser.submit(form, ["customerWords": Typed("窗口 \(index)")], following: false).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 303 } == 1)
        #expect(statuses.count { $0 == 409 } == 7)
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
    }

    @Test("nothing that was typed is lost when the call was excused meanwhile (UX-2)")
    func excusedMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.sheet(call)
        _ = try await company.followUps.excuse(call.id, because: "客户已搬走", .random(), try company.stamp(.admin))
        let page = try await browser.submit(form, ["customerWords": "其实打通了"])
        #expect(page.status == 409)
        #expect(page.mainText.contains(company.words()("refusal.not-owed-by-you")))
        #expect(page.html.contains("其实打通了"), "what was typed is gone")
    }

    @Test("nothing that was typed is lost when the sheet of the other window was sealed meanwhile (UX-2)")
    func sealedMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let right = try await browser.sheet(call)
        try await browser.submit(browser.sheet(call), ["customerWords": "左边的窗口"])
        _ = try await company.sheets.file(call.id, by: company.member(.admin), .random(), company.stamp(.admin))
        let page = try await browser.submit(right, ["customerWords": "右边的窗口"])
        #expect(page.status == 403 || page.status == 409)
        #expect(!page.html.contains("左边的窗口"), "a sealed record is not shown, not even beside one's own words")
        #expect(page.html.contains("右边的窗口"), "what was typed is gone")
    }
}
