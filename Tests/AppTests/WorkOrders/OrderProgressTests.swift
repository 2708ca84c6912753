import Foundation
import GRDB
import Testing

@testable import App

@Suite("An order goes on with its visits, and back when one did not fix it (SVC-2, SVC-5)")
struct OrderProgressTests {
    @Test("step by step it comes to its end, and is not awaited once somebody was there")
    func steps() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        try await company.advance(order, to: .accepted)
        #expect(try await company.order(order).isAwaited)
        try await company.advance(order, to: .onSite)
        #expect(try await company.order(order).state == .onSite)
        #expect(try await !company.order(order).isAwaited)
        try await company.setVisit(visit, to: .reported)
        for state in [WorkOrderState.reported, .confirmed, .handedIn, .closed] {
            try await company.advance(order, to: state)
            #expect(try await company.order(order).state == state)
        }
        #expect(try await company.number("SELECT count(*) FROM work_order WHERE closed_at IS NOT NULL") == 1)
    }

    @Test("a second visit that lags behind takes nothing back, and what comes after the visits waits for it")
    func severalVisits() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let first = try await company.dispatch(order)
        let second = try await company.dispatch(order, to: try await company.anotherTechnician())
        try await company.advance(order, to: .onSite)
        try await company.advance(order, to: .accepted)
        #expect(try await company.order(order).state == .onSite)
        try await company.setVisit(first, to: .reported)
        try await company.advance(order, to: .reported)
        #expect(try await company.order(order).state == .onSite, "the second is still to go")
        try await company.setVisit(second, to: .reported)
        try await company.advance(order, to: .reported)
        #expect(try await company.order(order).state == .reported)
    }

    @Test("nothing goes on without an approval, nor after a cancellation or the end")
    func refused() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder()
        await #expect(throws: Refusal.conflict("order-not-approved")) {
            try await company.advance(order, to: .onSite)
        }
        _ = try await company.orders.cancel(
            order, because: "客户取消", by: try company.member(.agent), .random(), try company.stamp(.agent))
        await #expect(throws: Refusal.conflict("order-cancelled")) { try await company.advance(order, to: .accepted) }
        await #expect(throws: Refusal.notFound) { try await company.advance(99_999, to: .accepted) }
    }

    @Test(
        "not fixed: the order waits to be dispatched again, with the wish, and the next visit says after which it comes"
    )
    func furtherVisit() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        let visit = try await company.dispatch(order)
        try await company.setVisit(visit, to: .reported)
        try await company.advance(order, to: .reported)
        let stamp = try company.stamp(.technician)
        let visited = try #require(try await company.visits(of: order).first?.visit)
        for _ in 1...2 {
            try await company.database.write { [orders = company.orders] db in
                try FollowOnVisitStore.note(db, orders.database.audit, after: visited, wish: "周六上午", stamp)
                try orders.updateStateFromVisits(db, order, stamp)
            }
        }
        #expect(try await company.order(order).state == .approved)
        #expect(try await company.number("SELECT count(*) FROM further_visit") == 1, "asked twice, made once")
        #expect(try await company.audited("work-order", order).filter { $0 == "further-visit-asked" }.count == 1)
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.workOrder(order))
        #expect(page.text.contains("周六上午") && page.text.contains("第 1 次上门没有解决"))
        let next = try await company.dispatch(order)
        #expect(try await company.number("SELECT after_visit_id FROM visit WHERE id = \(next)") == visit.number)
        #expect(try await company.visits(of: order).map(\.visit.number) == [1, 2])
    }
}
