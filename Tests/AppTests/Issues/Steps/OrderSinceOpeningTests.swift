import Foundation
import Testing

@testable import App

@Suite("A solved repair is asked about once for its order, and again when it was reopened")
struct OrderSinceOpeningTests {
    private static func step(_ happening: IssueHappening, _ order: WorkOrder.ID? = nil) -> IssueStep {
        IssueStep(kind: .happening(happening), at: Date(timeIntervalSince1970: 0), order: order)
    }

    @Test("an order of before the reopening is none, though it is visited afterwards")
    func reopened() {
        var steps = [Self.step(.ordered, 5), Self.step(.solved)]
        #expect(steps.orderSinceOpening == 5)
        steps += [Self.step(.verified(isContent: false)), Self.step(.arrived, 5), Self.step(.visited, 5)]
        #expect(steps.orderSinceOpening == nil)
        steps += [Self.step(.ordered, 6), Self.step(.visited, 5)]
        #expect(steps.orderSinceOpening == 6)
    }
}
