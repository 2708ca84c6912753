import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("A visit is asked for (SVC-1)")
struct RequestTests {
    private let symptom: [String: Typed] = ["symptom": "厨房水槽下面漏水"]

    @Test("from the project's page, with what is known of customer and site in the form already")
    func fromProject() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.project(project))
        let form = try await agent.get(try page.link(Paths.newWorkOrder(project: project))).form(Paths.workOrders)
        #expect(form["contact-name"]?.value == "王建国")
        #expect(form["contact-phone"]?.value == "13812345678")
        #expect(form["site-address"]?.value == "幸福路8号3幢")
        #expect(form["received.time"]?.value == "10:30")
        #expect(form["department"]?.value == "maintenance")
        #expect(try await company.audited("customer", 1).last == "phone-shown", "the number stands in the form")
        let order = try await agent.submit(form, symptom)
        #expect(order.heading.contains("PG20261123-01") && order.heading.contains("待审批"))
        #expect(order.notice == company.words()("notice.work-order-requested"))
        #expect(order.text.contains("138****5678") && !order.text.contains("13812345678"))
        let stored = try await company.order(1)
        #expect(stored.arriveBy == company.clock.now.addingTimeInterval(24 * 3600))
        #expect(stored.requestedBy.name == "陈静")
        #expect(try await agent.submit(form, symptom).heading.contains("PG20261123-01"), "pressed twice, asked once")
        #expect(try await company.number("SELECT count(*) FROM work_order") == 1)
    }

    @Test("from a follow-up, which stays known as its source; water and electricity are due within four hours")
    func fromFollowUp() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall("HF-1")
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.followUp(call.id))
        let form = try await agent.get(try page.link(Paths.newWorkOrder(followUp: call.id))).form(Paths.workOrders)
        #expect(form["source"]?.value == "follow-up")
        try await agent.submit(
            form,
            [
                "symptom": "卫生间跳闸", "urgency": "water-electricity", "received.time": "09:00",
                "site-address": "幸福路8号",
            ])
        let order = try await company.order(1)
        #expect(order.details.followUpID == call.id)
        #expect(order.arriveBy == company.clock.now.addingTimeInterval(2.5 * 3600))
        #expect(agent.page.text.contains("还剩 2 小时 30 分钟"))
    }

    @Test("numbers count the orders of the day, and start anew on the next")
    func numbers() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        for _ in 1...2 { _ = try await company.requestOrder(for: project) }
        company.clock.advance(days: 1)
        _ = try await company.requestOrder(for: project)
        let numbers = try await [1, 2, 3].asyncMap { try await company.order($0).number }
        #expect(numbers == ["PG20261123-01", "PG20261123-02", "PG20261124-01"])
        try await company.database.write { db in
            try db.execute(sql: "UPDATE work_order SET number = 'PG20261124-99' WHERE id = 3")
        }
        for _ in 1...2 { _ = try await company.requestOrder(for: project) }
        #expect(try await company.order(5).number == "PG20261124-101", "a hundred and first still comes last")
    }

    @Test("what is missing or absurd is said at its field, and nothing typed is lost")
    func mistakes() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.newWorkOrder(project: project)).form(Paths.workOrders)
        let page = try await agent.submit(
            form, ["symptom": "", "contact-phone": "12", "received.time": "11:45", "wish": "周六上午"])
        for field in ["symptom", "contact-phone", "received"] { try expectErrors(page, about: field) }
        let again = try page.form(Paths.workOrders)
        #expect(again["wish"]?.value == "周六上午" && again["contact-phone"]?.value == "12")
        let ages = try await agent.submit(again, ["received.date": "2019-01-01", "symptom": "漏水"])
        try expectErrors(ages, about: "received")
        let long = String(repeating: "长", count: 1_001)
        try expectErrors(try await agent.submit(form, ["symptom": Typed(long)]), about: "symptom")
        #expect(try await company.number("SELECT count(*) FROM work_order") == 0)
    }

    @Test("open orders of the project are pointed out, and the warranty stands beside the form")
    func briefing() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        _ = try await company.requestOrder(for: project, "浴室门关不严")
        _ = try await company.equipment.add(
            EquipmentDetails(
                model: "净水器 R5", serialNumber: "SN-1", purchasedOn: nil, installedOn: nil,
                warrantyUntil: company.today.adding(days: -1), removedOn: nil),
            to: project, .random(), try company.stamp(.agent))
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.newWorkOrder(project: project))
        #expect(page.text.contains("已有 1 张没办结的派工单") && page.text.contains("浴室门关不严"))
        #expect(page.text.contains("保修期还没有开始") && page.text.contains("已过保修期，2026年11月22日"))
        let form = try page.form(Paths.workOrders)
        try await agent.submit(form, ["symptom": "不出水", "equipment": "1"])
        #expect(agent.page.text.contains("净水器 R5 · SN-1"))
        #expect(agent.page.text.contains("按这件设备自己的保修期"))
    }

    @Test("equipment of another project is not offered, nor taken")
    func foreignEquipment() async throws {
        let company = try await TestCompany()
        let (mine, other) = (try await company.site("HF-1"), try await company.site("HF-2"))
        _ = try await company.equipment.add(
            EquipmentDetails(
                model: "净水器", serialNumber: "", purchasedOn: nil, installedOn: nil, warrantyUntil: nil, removedOn: nil),
            to: other, .random(), try company.stamp(.agent))
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.newWorkOrder(project: mine)).form(Paths.workOrders)
        let fields = try form.entries(symptom) + [("equipment", "1")]
        try expectErrors(try await agent.post(Paths.workOrders, fields), about: "equipment")
    }

    @Test("the warranty's last day is inside, the day after it outside")
    func warranty() throws {
        let today = try #require(Day("2026-11-23"))
        let tomorrow = today.adding(days: 1)
        let end = WarrantyEnd.agreed(today)
        #expect(WarrantyStatus(nil, end, on: today).finding.verdict == .inside)
        #expect(WarrantyStatus(nil, end, on: tomorrow).finding.verdict == .outside)
        #expect(WarrantyStatus(nil, .notBegun(months: 24, from: .completed), on: tomorrow).finding.verdict == nil)
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
