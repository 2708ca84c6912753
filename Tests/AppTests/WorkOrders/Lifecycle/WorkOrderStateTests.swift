import Testing

@testable import App

@Suite("The states of a work order follow on each other in one way (SVC-2)")
struct WorkOrderStateTests {
    @Test("the whole way is open, step by step")
    func way() {
        let way: [WorkOrderState] = [
            .requested, .approved, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn, .closed,
        ]
        for (one, next) in zip(way, way.dropFirst()) {
            #expect(one.mayBecome(next), "\(one) → \(next)")
            #expect(!next.mayBecome(.requested))
        }
    }

    @Test("what is refused, cancelled or closed stays so", arguments: [WorkOrderState.refused, .cancelled, .closed])
    func over(_ state: WorkOrderState) {
        #expect(state.isOver)
        #expect(WorkOrderState.allCases.filter(state.mayBecome) == [])
    }

    @Test("nobody is sent before the order was approved, and no work that was done is cancelled")
    func bounds() {
        #expect(WorkOrderState.allCases.filter { $0.mayBecome(.dispatched) } == [.approved, .accepted, .onSite])
        #expect(
            WorkOrderState.allCases.filter { $0.mayBecome(.cancelled) } == [
                .requested, .approved, .dispatched, .accepted, .onSite,
            ])
        #expect(WorkOrderState.allCases.filter { $0.mayBecome(.refused) } == [.requested])
    }

    @Test("another visit follows on everything that a visit may come to")
    func further() {
        #expect(
            WorkOrderState.allCases.filter { $0.mayBecome(.approved) } == [
                .requested, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn,
            ])
    }
}
