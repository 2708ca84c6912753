import Forms
import Rulebooks
import Testing

@testable import App

@Suite("The form of the milestones (ARC-3)")
struct MilestonesFormTests {
    private let today = CustomersCompany.today

    private func codes(_ typed: [String: [String]]) -> [String] {
        MilestonesForm.form(today: today).bind(typed, today: today).errors.map { "\($0.field) \($0.code)" }
    }

    @Test("an actual date may be today but not tomorrow, a planned one within ten years")
    func limits() {
        #expect(codes(["actual-started": ["2026-11-22"], "planned-completed": ["2036-11-22"]]).isEmpty)
        #expect(codes(["actual-started": ["2026-11-23"]]) == ["actual-started date-out-of-range"])
        #expect(codes(["planned-completed": ["2036-11-23"]]) == ["planned-completed date-out-of-range"])
        #expect(codes(["planned-started": ["1999-12-31"]]) == ["planned-started date-out-of-range"])
        #expect(codes(["planned-started": ["2026-02-31"]]) == ["planned-started not-a-date"])
    }

    @Test("who handled it needs the date on which it was handled")
    func handler() {
        #expect(codes(["handled-final-payment": ["other"]]) == ["actual-final-payment handled-when"])
        #expect(codes(["handled-final-payment": ["other"], "actual-final-payment": ["2026-11-01"]]).isEmpty)
        #expect(
            codes(["handled-final-payment": ["other"], "actual-final-payment": ["2027-11-01"]])
                == ["actual-final-payment date-out-of-range"])
    }

    @Test("what is stored comes back from the filled form")
    func roundTrip() throws {
        let dates: [MilestoneKind: MilestoneDates] = [
            .started: MilestoneDates(planned: Day("2026-01-02"), actual: Day("2026-01-05")),
            .completed: MilestoneDates(planned: Day("2026-12-01")),
            .warrantyProcedure: MilestoneDates(actual: Day("2026-11-01"), handledBy: .other),
        ]
        let filled = MilestonesForm.filled(with: dates, today: today)
        #expect(MilestonesForm.dates(filled.form.bind(filled.canonical, today: today)) == dates)
    }
}
