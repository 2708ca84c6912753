import Forms
import Testing

@testable import App

@Suite("Times are agreed with the customer, changed with a reason, and told (SVC-1)")
struct AppointmentTests {
    @Test("another time stands in the history with its reason; the customer not told, it stays to be done")
    func changed() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.workOrder(order))
        let form = try await manager.get(try page.link(Paths.appointments(visit))).form(Paths.appointments(visit))
        #expect(form["starts.time"]?.value == "14:00")
        let missing = try await manager.submit(form, ["starts.time": "16:00", "told": "no"])
        try expectErrors(missing, about: "reason")
        let done = try await manager.submit(
            form, ["starts.time": "16:00", "reason": "客户要接孩子", "told": "no"])
        #expect(done.text.contains("2026年11月23日 16:00–17:00") && done.text.contains("客户要接孩子"))
        #expect(done.text.contains("2026年11月23日 14:00–15:00"), "the first time stays in the history")
        #expect(try await company.visits(of: order).first?.isUntold == true)
        let board = try await manager.get(Paths.workOrderBoard)
        #expect(board.text.contains("还没告诉客户时间 1"))

        let agent = try await company.browser(signedInAs: .agent)
        let notice = try await agent.get(Paths.workOrder(order)).form(Paths.appointmentNotice(visit))
        let told = try await agent.submit(notice)
        #expect(told.text.contains("陈静 已告知客户：2026年11月23日 16:00–17:00"))
        #expect(try await company.visits(of: order).first?.isUntold == false)
        #expect(try await manager.get(Paths.workOrderBoard).text.contains("客户都知道上门时间"))
        let again = try await agent.post(
            Paths.appointmentNotice(visit), [("submission", SubmissionID.random().text)])
        #expect(again.status == 409)
    }

    @Test("the technician who goes may agree on another time, others may not")
    func technician() async throws {
        let company = try await TestCompany()
        let (order, other) = (try await company.approvedOrder(), try await company.approvedOrder())
        let visit = try await company.dispatch(order)
        let foreign = try await company.dispatch(other, to: try await company.anotherTechnician())
        let technician = try await company.browser(signedInAs: .technician)
        let form = try await technician.get(Paths.appointments(visit)).form(Paths.appointments(visit))
        try await technician.submit(form, ["starts.time": "17:00", "reason": "前一单延误", "told": "yes"])
        #expect(try await company.visits(of: order).first?.time?.start.time.description == "17:00")
        #expect(try await technician.get(Paths.appointments(foreign)).status == 404)
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.appointments(visit)).status == 403)
    }

    @Test("a clash with the technician's other visit needs a tick; the visit itself is none")
    func clash() async throws {
        let company = try await TestCompany()
        let (order, other) = (try await company.approvedOrder(), try await company.approvedOrder())
        let visit = try await company.dispatch(order, at: "14:00")
        try await company.dispatch(other, at: "16:00")
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.appointments(visit)).form(Paths.appointments(visit))
        let page = try await manager.submit(form, ["starts.time": "15:30", "reason": "客户要求", "told": "yes"])
        try expectErrors(page, about: "despite-clash")
        #expect(page.text.contains("16:00–17:00"))
        try await manager.submit(try page.form(Paths.appointments(visit)), ["despite-clash": "yes"])
        #expect(try await company.visits(of: order).first?.time?.start.time.description == "15:30")
        let later = try await manager.get(Paths.appointments(visit)).form(Paths.appointments(visit))
        try await manager.submit(later, ["starts.time": "15:00", "reason": "提前", "told": "yes"])
        #expect(try await company.visits(of: order).first?.time?.start.time.description == "15:00")
    }

    @Test("two who change the time: the second sees what holds now, and keeps what was typed")
    func stale() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.appointments(visit)).form(Paths.appointments(visit))
        let technician = try await company.browser(signedInAs: .technician)
        try await technician.submit(
            try await technician.get(Paths.appointments(visit)).form(Paths.appointments(visit)),
            ["starts.time": "17:00", "reason": "前一单延误", "told": "yes"])
        let page = try await manager.submit(form, ["starts.time": "15:00", "reason": "客户要求", "told": "no"])
        #expect(page.status == 409)
        #expect(page.text.contains("17:00–18:00"))
        let again = try page.form(Paths.appointments(visit))
        #expect(again["starts.time"]?.value == "15:00" && again["reason"]?.value == "客户要求")
        try await manager.submit(again)
        #expect(try await company.visits(of: order).first?.time?.start.time.description == "15:00")
    }

    @Test("withdrawn with a reason: with nobody else to go, the order waits to be dispatched again")
    func withdrawn() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let (first, second) = (
            try await company.dispatch(order),
            try await company.dispatch(order, to: try await company.anotherTechnician())
        )
        let manager = try await company.browser(signedInAs: .manager)
        for (visit, state) in [(first, WorkOrderState.dispatched), (second, .approved)] {
            let form = try await manager.get(Paths.appointments(visit)).form(Paths.visitWithdrawal(visit))
            try expectErrors(try await manager.submit(form, ["because": ""]), about: "because")
            let page = try await manager.submit(form, ["because": "临时请假"])
            #expect(page.text.contains("临时请假") && page.text.contains("已撤回"))
            #expect(try await company.order(order).state == state)
        }
        #expect(try await manager.get(Paths.appointments(first)).status == 409)
        let technician = try await company.browser(signedInAs: .technician)
        #expect(try await technician.get(Paths.workOrder(order)).text.contains("临时请假"))
        let fields = [("submission", SubmissionID.random().text), ("because", "不去")]
        #expect(try await technician.post(Paths.visitWithdrawal(second), fields).status == 403)
    }

    @Test("who has arrived is neither withdrawn nor given another time", arguments: [VisitState.onSite, .reported])
    func begun(_ state: VisitState) async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.appointments(visit))
        let (change, withdrawal) = (
            try page.form(Paths.appointments(visit)), try page.form(Paths.visitWithdrawal(visit))
        )
        try await company.setVisit(visit, to: state)
        let late = try await manager.submit(change, ["reason": "客户要求", "told": "yes"])
        #expect(late.status == 409)
        #expect(late.text.contains(company.words()("refusal.visit-begun")))
        #expect(try await manager.submit(withdrawal, ["because": "不用去"]).status == 409)
        #expect(try await company.visits(of: order).first?.visit.state == state)
    }

    @Test("a time that runs over midnight ends on the next day")
    func midnight() throws {
        let start = LocalDateTime(day: try #require(Day("2026-12-31")), time: try #require(TimeOfDay("22:00")))
        let time = AppointedTime(start: start, minutes: 240)
        #expect(time.end.description == "2027-01-01T02:00" && time.minutes == 240)
    }
}
