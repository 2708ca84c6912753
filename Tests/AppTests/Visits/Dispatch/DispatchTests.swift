import Forms
import Foundation
import Testing

@testable import App

@Suite("Somebody is sent: who is free is seen, and a clash is never silent (SVC-2)")
struct DispatchTests {
    private func form(_ company: TestCompany, _ browser: Browser, _ order: WorkOrder.ID) async throws -> ShownForm {
        let page = try await browser.get(Paths.workOrder(order))
        return try await browser.get(try page.link(Paths.visits(order))).form(Paths.visits(order), having: "goes")
    }

    private func wish(_ technician: Member.ID, at time: String, minutes: String = "60") -> [String: Typed] {
        [
            "technician": Typed(String(technician)), "starts.time": Typed(time), "minutes": Typed(minutes),
            "told": "yes",
        ]
    }

    @Test("a technician with a time: it stands on the order, in the history, and the order is dispatched")
    func technician() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let id = try company.member(.technician).id
        let form = try await form(company, manager, order)
        let page = try await manager.submit(
            form, wish(id, at: "14:00", minutes: "120").merging(["note": "先打电话"]) { $1 })
        #expect(page.notice == company.words()("notice.visit-dispatched"))
        #expect(page.text.contains("2026年11月23日 14:00–16:00") && page.text.contains("先打电话"))
        #expect(page.text.contains("冯雪 派 郑凯 上门（第 1 次）"))
        #expect(try await company.order(order).state == .dispatched)
        let visit = try #require(try await company.visits(of: order).first)
        #expect(visit.technician?.id == id && visit.visit.state == .planned && visit.isCustomerTold)
        #expect(try await company.number("SELECT count(*) FROM appointment") == 1)
        let technician = try await company.browser(signedInAs: .technician)
        #expect(try await technician.get(Paths.workOrders).rows().count == 1, "who is sent sees the order")
    }

    @Test("the form shows each technician with the visits of the chosen day in order of time, and who is free")
    func free() async throws {
        let company = try await TestCompany()
        let other = try await company.anotherTechnician("马涛")
        for (start, symptom) in [("15:00", "后一单"), ("09:00", "前一单")] {
            try await company.dispatch(try await company.approvedOrder(symptom), at: start)
        }
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.visits(order))
        let days = try page.find("//dl[contains(@class,'days')]/div").map(\.text)
        let busy = try #require(days.first { $0.hasPrefix("郑凯") })
        let early = try #require(busy.firstRange(of: "09:00–10:00")), late = try #require(busy.firstRange(of: "15:00"))
        #expect(early.lowerBound < late.lowerBound)
        #expect(days.contains { $0.hasPrefix("马涛") && $0.contains("空闲") })
        let choosing = try page.forms.first { !$0.isPost && $0.action == Paths.visits(order) }.orFail()
        let tomorrow = try await manager.submit(choosing, ["day": "2026-11-24"])
        #expect(tomorrow.text.contains("2026年11月24日") && !tomorrow.text.contains("09:00–10:00"))
        #expect(try tomorrow.form(Paths.visits(order), having: "goes")["starts.date"]?.value == "2026-11-24")
        #expect(other > 0)
    }

    @Test("orders that wait stand on the day of those who decide and send, of their own department, until they have")
    func onTheDay() async throws {
        let company = try await TestCompany()
        let manager = try await company.browser(signedInAs: .manager)
        let idle = company.words()("today.idle-title")
        #expect(try await manager.get(Paths.today).text.contains(idle))
        let order = try await company.approvedOrder()
        let day = try await manager.get(Paths.today)
        #expect(!day.text.contains(idle) && day.text.contains("PG20261123-01"))
        #expect(try day.find("//a[@href='\(Paths.workOrderBoard)#to-dispatch']/b").map(\.text) == ["1"])
        for other in [Staff.agent, .executive, .finance] {
            #expect(try await !company.browser(signedInAs: other).get(Paths.today).text.contains("PG20261123-01"))
        }
        let id = try company.member(.technician).id
        try await manager.submit(try await form(company, manager, order), wish(id, at: "15:30"))
        #expect(try await manager.get(Paths.today).text.contains(idle))
    }

    @Test("nobody is sent into the past: what was typed stays, and a little delay of entering is allowed")
    func past() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let id = try company.member(.technician).id
        let now = LocalDateTime(company.clock.now, in: company.zone).time
        let early = try #require(TimeOfDay(minutes: now.minutes - 31))
        let page = try await manager.submit(try await form(company, manager, order), wish(id, at: early.description))
        try expectErrors(page, about: "starts")
        #expect(page.errors == ["约定的时间已经过了，请选以后的时间"])
        #expect(try page.form(Paths.visits(order), having: "goes")["starts.time"]?.value == early.description)
        let justNow = try #require(TimeOfDay(minutes: now.minutes - 20))
        try await manager.submit(try await form(company, manager, order), wish(id, at: justNow.description))
        #expect(try await company.visits(of: order).count == 1)
    }

    @Test("a clash is told with what it clashes with, and needs a tick; times that only touch are none")
    func clash() async throws {
        let company = try await TestCompany()
        try await company.dispatch(try await company.approvedOrder("先约的"), at: "14:00", minutes: 120)
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let id = try company.member(.technician).id
        let page = try await manager.submit(try await form(company, manager, order), wish(id, at: "15:30"))
        try expectErrors(page, about: "despite-clash")
        #expect(page.text.contains("2026年11月23日 14:00–16:00 · PG20261123-01"))
        #expect(try await company.visits(of: order).isEmpty, "not silently accepted")
        let again = try page.form(Paths.visits(order), having: "goes")
        #expect(again["starts.time"]?.value == "15:30")
        try await manager.submit(again, ["despite-clash": "yes"])
        #expect(try await company.visits(of: order).count == 1)
        let third = try await company.approvedOrder()
        try await manager.submit(try await form(company, manager, third), wish(id, at: "16:30"))
        #expect(try await company.visits(of: third).count == 1)
    }

    @Test("an outside firm goes for water and electricity, else only with a reason")
    func firm() async throws {
        let company = try await TestCompany()
        let (urgent, ordinary) = (
            try await company.approvedOrder(urgency: .waterElectricity), try await company.approvedOrder()
        )
        let manager = try await company.browser(signedInAs: .manager)
        let wish: [String: Typed] = [
            "goes": "firm", "firm": "通达水电行", "firm-phone": "0571-87654321", "starts.time": "12:00", "minutes": "60",
            "told": "yes",
        ]
        let done = try await manager.submit(try await form(company, manager, urgent), wish)
        #expect(done.text.contains("通达水电行") && done.text.contains("0571-87654321"))
        let refused = try await manager.submit(try await form(company, manager, ordinary), wish)
        try expectErrors(refused, about: "firm-because")
        try await manager.submit(
            try refused.form(Paths.visits(ordinary), having: "goes"), ["firm-because": "技师都在外地"])
        #expect(try await company.visits(of: ordinary).map(\.firm) == ["通达水电行"])
        #expect(try await company.visits(of: ordinary).first?.note.contains("技师都在外地") == true)
        #expect(try await company.visits(of: urgent).first?.visit.technicianID == nil)
    }

    @Test("somebody locked meanwhile cannot be sent, and the form says so with all that was typed")
    func locked() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let id = try company.member(.technician).id
        let form = try await form(company, manager, order)
        _ = try await company.app.memberStore.lock(id, .random(), try company.stamp(.admin))
        let page = try await manager.submit(form, wish(id, at: "14:00").merging(["note": "带梯子"]) { $1 })
        try expectErrors(page, about: "technician")
        #expect(try page.form(Paths.visits(order), having: "goes")["note"]?.value == "带梯子")
        #expect(try await company.visits(of: order).isEmpty)
    }

    @Test("two who dispatch at once: the second sees whom the first sent, and sends only when still wanted")
    func twoManagers() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let other = try await company.anotherTechnician()
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await form(company, manager, order)
        try await company.dispatch(order, to: other, at: "11:00")
        let page = try await manager.submit(form, wish(try company.member(.technician).id, at: "14:00"))
        #expect(page.status == 409)
        #expect(page.text.contains(company.words()("work-orders.moved-on")) && page.text.contains("马涛"))
        #expect(try await company.visits(of: order).count == 1)
        try await manager.submit(try page.form(Paths.visits(order), having: "goes"))
        #expect(try await company.visits(of: order).count == 2)
        #expect(try await company.order(order).state == .dispatched)
    }

    @Test("cancelled meanwhile, nobody is sent any more")
    func cancelled() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await form(company, manager, order)
        _ = try await company.orders.cancel(
            order, because: "客户取消", by: try company.member(.admin), .random(), try company.stamp(.admin))
        let page = try await manager.submit(form, wish(try company.member(.technician).id, at: "14:00"))
        #expect(page.status == 409)
        #expect(page.text.contains(company.words()("refusal.order-not-open")))
        #expect(try await company.visits(of: order).isEmpty)
    }

    @Test("a time in the past or next year is refused at its field")
    func absurdTimes() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let id = try company.member(.technician).id
        for day in ["2026-11-22", "2027-11-23", "2026-02-30", "昨天"] {
            let typed = wish(id, at: "14:00").merging(["starts.date": Typed(day)]) { $1 }
            let page = try await manager.submit(try await form(company, manager, order), typed)
            try expectErrors(page, about: "starts")
        }
        #expect(try await company.visits(of: order).isEmpty)
    }
}

extension Optional {
    /// The value, or a failure of the test that says so.
    fileprivate func orFail() throws -> Wrapped {
        guard let self else { throw NotShown("nothing of the kind is shown") }
        return self
    }
}
