import Forms
import Testing

@testable import App

@Suite("A manager approves, refuses and cancels what the own department is asked for (SVC-2)")
struct OrderDecisionTests {
    @Test("approved with a remark: the order waits to be dispatched, and its page says by whom")
    func approved() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.workOrder(order))
        #expect(page.text.contains(company.words()("work-orders.next.requested-mine")))
        let done = try await manager.submit(page.form(Paths.workOrderApproval(order)), ["remark": "先联系物业"])
        #expect(done.notice == company.words()("notice.work-order-approved"))
        #expect(done.text.contains("冯雪 批准") && done.text.contains("先联系物业"))
        #expect(try await company.order(order).state == .approved)
        #expect(try await company.audited("work-order", order) == ["work-order-requested", "work-order-approved"])
        #expect(try done.has("//a[@href='\(Paths.visits(order))']"), "dispatching is the next step")
    }

    @Test("refused with a reason, which whoever asked reads; without one nothing happens")
    func refused() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.workOrder(order)).form(Paths.workOrderRefusal(order))
        try expectErrors(try await manager.submit(form, ["reason": " "]), about: "reason")
        try await manager.submit(form, ["reason": "不在保修范围，请客户自理"])
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.workOrder(order))
        #expect(page.text.contains("未批准") && page.text.contains("不在保修范围"))
        #expect(try await company.order(order).state == .refused)
        #expect(try await !company.order(order).isAwaited, "nobody is late for it any more")
    }

    @Test("the manager of another department neither sees nor decides it")
    func otherDepartment() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder(department: "sales")
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.workOrder(order)).status == 404)
        #expect(try await manager.get(Paths.workOrders).rows().isEmpty)
        let fields = [("submission", SubmissionID.random().text), ("remark", "")]
        #expect(try await manager.post(Paths.workOrderApproval(order), fields).status == 404)
        try await company.move(.manager, to: "sales")
        #expect(try await manager.get(Paths.workOrder(order)).status == 200)
        try await company.move(.manager, to: nil)
        let none = try await manager.get(Paths.workOrders)
        #expect(none.text.contains(company.words()("work-orders.no-department")))
    }

    @Test("nobody approves what they asked for, whatever else they are")
    func own() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder(by: .admin)
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await admin.get(Paths.workOrder(order))
        #expect(!page.forms.contains { $0.action == Paths.workOrderApproval(order) })
        for path in [Paths.workOrderApproval(order), Paths.workOrderRefusal(order)] {
            let fields = [("submission", SubmissionID.random().text), ("reason", "不需要")]
            #expect(try await admin.post(path, fields).status == 403)
        }
        let other = try await company.requestOrder(by: .agent)
        _ = try await admin.submit(try await admin.get(Paths.workOrder(other)).form(Paths.workOrderApproval(other)))
        #expect(try await company.order(other).state == .approved)
    }

    @Test("two who decide at once: the second is told, sees what holds now, and keeps the words")
    func twoManagers() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder()
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.workOrder(order)).form(Paths.workOrderRefusal(order))
        let admin = try await company.browser(signedInAs: .admin)
        try await admin.submit(try await admin.get(Paths.workOrder(order)).form(Paths.workOrderApproval(order)))
        let page = try await manager.submit(form, ["reason": "人手不够，下周再说"])
        #expect(page.status == 409)
        #expect(page.text.contains(company.words()("work-orders.missed")) && page.text.contains("人手不够，下周再说"))
        #expect(page.text.contains("周敏 批准"))
        #expect(try await company.order(order).state == .approved)
    }

    @Test("cancelled while somebody is on it: the visits are withdrawn for that reason")
    func cancelled() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        try await company.setVisit(visit, to: .accepted)
        try await company.advance(order, to: .accepted)
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.workOrder(order)).form(Paths.workOrderCancellation(order))
        try expectErrors(try await manager.submit(form, ["because": ""]), about: "because")
        let page = try await manager.submit(form, ["because": "客户自己修好了"])
        #expect(page.text.contains("冯雪 取消派工单") && page.text.contains("已撤回"))
        #expect(try await company.order(order).state == .cancelled)
        #expect(try await company.visits(of: order).map(\.withdrawnBecause) == ["客户自己修好了"])
        #expect(page.forms.filter { $0.action.hasPrefix("/work-orders/") && !$0.action.hasSuffix("/phone") }.isEmpty)
    }

    @Test("whoever asked may take the request back until it is decided, and not after")
    func takenBack() async throws {
        let company = try await TestCompany()
        let (first, second) = (try await company.requestOrder(), try await company.approvedOrder())
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.submit(
            try await agent.get(Paths.workOrder(first)).form(Paths.workOrderCancellation(first)),
            ["because": "登记错了"])
        #expect(try await company.order(first).state == .cancelled)
        let fields = [("submission", SubmissionID.random().text), ("because", "登记错了")]
        #expect(try await agent.post(Paths.workOrderCancellation(second), fields).status == 403)
    }

    @Test("the contact's phone is shown in full to those who need it, each time written down (ACC-8)")
    func phone() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        try await company.dispatch(order)
        for who in [Staff.agent, .manager, .technician] {
            let browser = try await company.browser(signedInAs: who)
            let page = try await browser.get(Paths.workOrder(order))
            #expect(!page.text.contains("13812345678"))
            let shown = try await browser.submit(page.form(Paths.workOrderPhone(order)))
            #expect(try shown.has("//a[@href='tel:13812345678']"), "\(who)")
        }
        #expect(try await company.audited("work-order", order).filter { $0 == "phone-shown" }.count == 3)
        let executive = try await company.browser(signedInAs: .executive)
        let page = try await executive.get(Paths.workOrder(order))
        #expect(!page.forms.contains { $0.action == Paths.workOrderPhone(order) })
        #expect(try await executive.post(Paths.workOrderPhone(order), []).status == 403)
    }
}
