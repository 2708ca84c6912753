import Forms
import Rulebooks
import Testing

@testable import App

@Suite("Dates of a project that disagree")
struct DateDisagreementTests {
    private func actual(_ days: [MilestoneKind: String]) -> [MilestoneKind: MilestoneDates] {
        days.mapValues { MilestoneDates(actual: Day($0)) }
    }

    @Test("dates in the usual order, or on one day, disagree about nothing")
    func inOrder() {
        let dates = actual([
            .deposit: "2026-01-01", .contract: "2026-01-01", .started: "2026-02-01", .midPayment: "2026-01-20",
            .completed: "2026-05-01", .finalPayment: "2026-04-01", .warrantyProcedure: "2026-05-02",
        ])
        #expect(DateDisagreement.all(in: dates).isEmpty)
    }

    @Test("the two that disagree are named, also when something between them has no date")
    func named() throws {
        let found = DateDisagreement.all(in: actual([.contract: "2026-03-01", .completed: "2026-02-01"]))
        #expect(found.map(\.earlier) == [.contract])
        #expect(found.map(\.later) == [.completed])
        let words = Words(.simplified, zone: CustomersCompany.zone)
        #expect(found.first?.sentence(words) == "“竣工”（2026年2月1日）早于“签单”（2026年3月1日）")
    }

    @Test("planned dates are compared with planned ones only")
    func planned() throws {
        let dates: [MilestoneKind: MilestoneDates] = [
            .started: MilestoneDates(planned: Day("2026-06-01"), actual: Day("2026-01-01")),
            .completed: MilestoneDates(planned: Day("2026-05-01"), actual: Day("2026-02-01")),
        ]
        let found = DateDisagreement.all(in: dates)
        #expect(found.map(\.arePlanned) == [true])
    }

    @Test("one pair is named once, although two orders know it")
    func once() {
        let found = DateDisagreement.all(in: actual([.contract: "2026-03-01", .finalPayment: "2026-02-01"]))
        #expect(found.count == 1)
    }
}
