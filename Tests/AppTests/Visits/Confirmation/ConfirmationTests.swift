import Forms
import GRDB
import Testing

@testable import App

@Suite("The customer's turn")
struct ConfirmationTests {
    private static func ready() async throws -> Technician {
        let company = try await TestCompany()
        let technician = try await Technician(
            company, try await company.sentVisit(warranty: company.today.adding(days: -1)))
        try await technician.fillAll([.charges: ChargesTests.typed])
        return technician
    }

    private static func send(_ technician: Technician, _ typed: [String: Typed], strokes: String = "") async throws
        -> ShownPage
    {
        let path = Paths.reportConfirmation(technician.sent.visit)
        let form = try await technician.browser.get(path).form(path)
        // The pad's script writes the hidden field.
        let sent = try form.entries(typed).map { $0.name == "signature" ? (name: $0.name, value: strokes) : $0 }
        return try await technician.browser.post(path, sent)
    }

    @Test("shows what was done and what it costs, and nothing of the company's own business")
    func shown() async throws {
        let technician = try await Self.ready()
        let page = try await technician.browser.get(Paths.reportConfirmation(technician.sent.visit))
        #expect(page.text.contains("更换阀芯，试水一刻钟不漏"))
        #expect(page.text.contains("应付 ¥87.50"))
        #expect(!page.mainText.contains("A-17"))
        #expect(try page.has("//canvas") && page.has("//script[contains(@src, 'signature')]"))
    }

    @Test("keeps a drawn signature as strokes and draws it again, with numbers alone")
    func drawn() async throws {
        let technician = try await Self.ready()
        let page = try await Self.send(
            technician, ["manner": "drawn", "name": "王建国", "relation": "self", "rating": "0", "remark": "还行"],
            strokes: Technician.name)
        #expect(page.path == Paths.report(technician.sent.visit))
        let paths = try page.find("//*[name()='svg']/*[name()='path']").compactMap { $0["d"] }
        #expect(paths == ["M100 100L300 40L320 200L500 60M520 100L700 300L720 80"])
        #expect(try await technician.company.number("SELECT rating FROM customer_confirmation") == 0)
        try await technician.file()
        #expect(technician.browser.page.text.contains("0 · 极差"))
    }

    @Test("not rated is not 0 (FUP-3)")
    func notRated() async throws {
        let technician = try await Self.ready()
        try await technician.sign(["manner": "typed", "name": "李梅", "relation": "family"])
        #expect(
            try await technician.company.number("SELECT count(*) FROM customer_confirmation WHERE rating IS NULL") == 1)
        #expect(technician.browser.page.text.contains("未评"))
    }

    @Test(
        "takes no signature without ink, and none that no pad wrote; what was typed stays",
        arguments: [
            ("", "签名"), ("[]", "签名"), ("[[[5,5]]]", "签名太短"), ("[[[5,5],[5,6]]]", "签名太短"), ("x", "没有读出来"),
            ("{\"a\":1}", "没有读出来"), ("[[[\"<script>\",2]]]", "没有读出来"), ("[[[1e999,2]]]", "没有读出来"),
        ])
    func ink(strokes: String, said: String) async throws {
        let technician = try await Self.ready()
        let page = try await Self.send(
            technician, ["manner": "drawn", "name": "王建国", "relation": "self", "remark": "很好"], strokes: strokes)
        #expect(page.status == 422)
        #expect(page.errors.count == 1 && page.errors[0].contains(said), "\(page.errors)")
        #expect(try page.form(page.path)["remark"]?.value == "很好")
        #expect(try await technician.company.number("SELECT count(*) FROM customer_confirmation") == 0)
    }

    @Test("in brackets without end is refused")
    func deep() async throws {
        let technician = try await Self.ready()
        let page = try await Self.send(
            technician, ["manner": "drawn", "name": "王", "relation": "self"],
            strokes: String(repeating: "[", count: 90_000))
        #expect(page.status == 422)
    }

    @Test("a signed paper needs its photograph; nobody's signature needs a reason")
    func others() async throws {
        let technician = try await Self.ready()
        let paper: [String: Typed] = ["manner": "paper", "name": "王建国", "relation": "self"]
        #expect(try await technician.sign(paper).errors.first?.contains("还没有“签字单”的照片") == true)
        #expect(try await technician.sign(["manner": "none"]).errors == ["请填写“没有签字的原因”"])
        #expect(try await technician.sign(["manner": "typed", "relation": "self"]).errors == ["请填写“签字人姓名”"])
        try await technician.company.photograph(technician.sent.visit, "signed-paper")
        #expect(try await technician.sign(paper).path == Paths.report(technician.sent.visit))
    }

    @Test("of a report that was changed since must be given again, also when it was incomplete first")
    func incompleteFirst() async throws {
        let technician = try await Self.ready()
        let path = Paths.reportConfirmation(technician.sent.visit)
        let form = try await technician.browser.get(path).form(path)
        try await technician.fill(.charges, ["parts.0.quantity": "9"])
        let wrong = try await technician.browser.submit(form, ["manner": "typed", "relation": "self"])
        #expect(wrong.status == 422)
        let stale = try await technician.browser.submit(wrong.form(path), ["name": "王建国"])
        #expect(stale.status == 409 && stale.text.contains("请从头再看一遍"))
    }

    @Test("of a report that was changed since must be given again")
    func changed() async throws {
        let technician = try await Self.ready()
        let path = Paths.reportConfirmation(technician.sent.visit)
        let form = try await technician.browser.get(path).form(path)
        try await technician.fill(.charges, ["parts.0.quantity": "9"])
        let typed: [String: Typed] = ["manner": "typed", "name": "王建国", "relation": "self"]
        let stale = try await technician.browser.submit(form, typed)
        #expect(stale.status == 409)
        #expect(stale.text.contains("请从头再看一遍") && stale.text.contains("¥162.50"))
        try await technician.browser.submit(stale.form(path))
        try await technician.fill(.finding, ["done": "又换了一个接头"])
        let overview = technician.browser.page
        #expect(overview.text.contains("再签一次"))
        #expect(try !overview.has("//form[@action='\(Paths.reportFiling(technician.sent.visit))']"))
    }

    @Test("on paper counts only while the photograph of it is there")
    func paperRemoved() async throws {
        let technician = try await Self.ready()
        try await technician.company.photograph(technician.sent.visit, "signed-paper")
        try await technician.sign(["manner": "paper", "name": "王建国", "relation": "self"])
        let filing = try technician.browser.page.form(Paths.reportFiling(technician.sent.visit))
        try await technician.company.database.write { db in
            try db.execute(sql: "UPDATE photograph SET removed_at = added_at")
        }
        let page = try await technician.browser.submit(filing)
        #expect(page.status == 409 && page.text.contains("客户还没有确认"))
    }

    @Test("given after the order was cancelled is kept on the page, with the reason")
    func cancelled() async throws {
        let technician = try await Self.ready()
        let company = technician.company
        let path = Paths.reportConfirmation(technician.sent.visit)
        let form = try await technician.browser.get(path).form(path)
        _ = try await company.orders.cancel(
            technician.sent.order, because: "客户已另请他人", by: try company.member(.admin), .random(),
            try company.stamp(.admin))
        let typed: [String: Typed] = [
            "manner": "typed", "name": "王建国", "relation": "self", "rating": "2", "remark": "来得太晚",
        ]
        let kept = try await technician.browser.submit(form, typed)
        #expect(kept.status == 409)
        #expect(kept.text.contains("已经取消") && kept.text.contains("来得太晚") && kept.text.contains("王建国"))
        let report = try await technician.browser.get(Paths.report(technician.sent.visit))
        #expect(report.text.contains("已经取消") && report.text.contains("客户已另请他人"))
    }

    @Test("comes only when the report is complete")
    func incomplete() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let page = try await technician.browser.get(Paths.reportConfirmation(technician.sent.visit))
        #expect(page.path == Paths.report(technician.sent.visit))
    }
}
