import Forms
import GRDB
import Testing

@testable import App

@Suite("Work orders are listed, filtered, exported, and stand on the board (UX-7)")
struct OrderListTests {
    @Test("each filter shows what it says, and the file has the same rows")
    func filters() async throws {
        let company = try await TestCompany()
        _ = try await company.requestOrder(for: nil, "甲")
        let late = try await company.approvedOrder("乙", hoursAgo: 30)
        let sent = try await company.approvedOrder("丙", urgency: .waterElectricity)
        try await company.dispatch(sent)
        _ = try await company.requestOrder(for: nil, "丁", department: "sales")
        let agent = try await company.browser(signedInAs: .agent)
        let technician = try company.member(.technician).id
        let expected: [(String, [WorkOrder.ID])] = [
            ("", [1, 2, 3, 4]), ("?state=requested", [1, 4]), ("?department=sales", [4]),
            ("?technician=\(technician)", [sent]), ("?late=yes", [late]), ("?kind=repair&state=dispatched", [sent]),
            ("?kind=survey", []), ("?state=nonsense&page=x", [1, 2, 3, 4]),
        ]
        for (query, ids) in expected {
            let numbers = ids.map { "PG20261123-0\($0)" }
            let page = try await agent.get(Paths.workOrders + query)
            let rows = try page.rows()
            #expect(rows.count == ids.count && numbers.allSatisfy { number in rows.contains { $0.contains(number) } })
            let file = try await agent.get(Paths.workOrdersFile + query)
            #expect(numbers.allSatisfy(file.html.contains) && file.html.split(separator: "\r\n").count == ids.count + 1)
        }
        #expect(try await agent.get("/work-orders?order=soonest").rows().first?.contains("PG20261123-02") == true)
        #expect(try await agent.get("/work-orders?order=latest").rows().last?.contains("PG20261123-02") == true)
        #expect(try await company.audited("company", 0).isEmpty)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 8)
    }

    @Test("a filter that is sent as a form keeps what was chosen, and an empty list leads back")
    func form() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let empty = try await agent.get(Paths.workOrders)
        #expect(empty.text.contains(company.words()("work-orders.empty-text")))
        let filtered = try await agent.submit(
            empty.form(Paths.workOrders), ["state": "approved", "late": "yes", "order": "soonest"])
        let form = try filtered.form(Paths.workOrders)
        #expect(form["state"]?.value == "approved" && form["late"]?.value == "yes" && form["order"]?.value == "soonest")
        #expect(try filtered.has("//main//div[contains(@class,'empty')]//a[@href='\(Paths.workOrders)']"))
    }

    @Test("the board of a manager: to decide, to dispatch, late, not told, and the day of each technician")
    func board() async throws {
        let company = try await TestCompany()
        _ = try await company.requestOrder(for: nil, "甲")
        _ = try await company.approvedOrder("乙", hoursAgo: 25)
        let sent = try await company.approvedOrder("丙")
        try await company.dispatch(sent, at: "14:00", isCustomerTold: false)
        _ = try await company.requestOrder(for: nil, "丁", department: "sales")
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.workOrderBoard)
        let parts = try page.find("//section[@id]").map { ($0["id"] ?? "", $0.text) }
        let text = Dictionary(parts) { first, _ in first }
        #expect(text["to-decide"]?.contains("PG20261123-01") == true)
        #expect(text["to-decide"]?.contains("PG20261123-04") == false, "another department's")
        #expect(text["to-dispatch"]?.contains("PG20261123-02") == true)
        #expect(text["late"]?.contains("已超时 1 小时") == true && text["late"]?.contains("PG20261123-03") == false)
        #expect(text["untold"]?.contains("PG20261123-03") == true)
        #expect(text["today"]?.contains("14:00–15:00") == true && text["today"]?.contains("郑凯") == true)
        let notice = page.forms.filter { $0.isInMain && $0.isPost }
        try await manager.submit(try #require(notice.first))
        #expect(try await manager.get(Paths.workOrderBoard).text.contains("客户都知道上门时间"))
    }

    @Test("an executive sees the board of all departments and decides nothing")
    func executive() async throws {
        let company = try await TestCompany()
        _ = try await company.requestOrder(for: nil, "甲")
        let order = try await company.requestOrder(for: nil, "丁", department: "sales")
        try await company.dispatch(try await company.approvedOrder("丙"), isCustomerTold: false)
        let executive = try await company.browser(signedInAs: .executive)
        let page = try await executive.get(Paths.workOrderBoard)
        #expect(page.text.contains("PG20261123-01") && page.text.contains("PG20261123-02"))
        #expect(page.text.contains(company.words()("work-orders.board.read-only")))
        #expect(page.forms.filter { $0.isInMain && $0.isPost }.isEmpty)
        let one = try await executive.get(Paths.workOrder(order))
        #expect(one.status == 200 && one.forms.filter { $0.isInMain && $0.isPost }.isEmpty)
    }

    @Test("what was visited and not fixed stands on the board until it goes on to its end")
    func notFixed() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        try await company.setVisit(visit, to: .reported)
        try await company.advance(order, to: .reported)
        let (author, now) = (try company.member(.technician).id, company.clock.now)
        try await company.database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO service_report (visit_id, author_id, begun_at, filed_at, answers, outcome)
                    VALUES (?, ?, ?, ?, '{}', 'not-fixed')
                    """,
                arguments: [visit, author, now, now])
        }
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.workOrderBoard)
        #expect(try page.find("//section[@id='not-fixed']").first?.text.contains("PG20261123-01") == true)
        #expect(try page.find("//section[@id='late']").first?.text.contains("PG20261123-01") == false)
        try await company.advance(order, to: .closed)
        let after = try await manager.get(Paths.workOrderBoard)
        #expect(try after.find("//section[@id='not-fixed']").first?.text.contains("PG20261123-01") == false)
    }

    @Test(
        "the time that is left is said in words and as a badge, and nothing once somebody was there",
        arguments: [
            (0.5, "还剩 23 小时", BadgeLook.neutral), (19, "还剩 5 小时", .attention), (23.5, "还剩 30 分钟", .attention),
            (24.67, "已超时 40 分钟", .late), (80, "已超时 2 天", .late),
        ])
    func deadlines(_ hours: Double, _ words: String, _ look: BadgeLook) async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder(hoursAgo: hours)
        let deadline = Deadline(try await company.order(order), at: company.clock.now)
        #expect(deadline.words(company.words()) == words && deadline.look == look)
    }
}
