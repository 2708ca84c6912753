import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

/// The forms of a report that depend on the visit, for a customer who is there and one who is not.
extension EveryForm {
    static func visits(_ rulebook: Rulebook) throws -> [Form] {
        let today = Day(TestClock.start, in: .gmt)
        let briefing = briefing(of: try order(.dispatched))
        return [ArrivalForm.absent, "present"].flatMap { met -> [Form] in
            let report = report(met: met, briefing, today, rulebook)
            return [
                ArrivalForm(report: report).form(asksWhyLate: true), ChargesForm(report).form,
                OutcomeForm(report: report).form,
            ]
        }
    }

    private static func report(met: String, _ briefing: VisitDetails, _ today: Day, _ rulebook: Rulebook)
        -> ReportContext
    {
        let arrival = StepAnswers(version: 1, answers: [ArrivalForm.met.definition.name: [met]])
        return ReportContext(
            briefing: briefing, terms: rulebook.service,
            warranty: WarrantyFinding(source: .notBegun, until: nil, calledOn: today), projectWarrantyEnd: nil,
            draft: ReportDraft(
                authorID: 1, authorName: "", begunAt: TestClock.start, version: 1, steps: [.arrival: arrival]),
            photographs: PhotographCounts(byMoment: [:]), confirmation: nil, places: [:], usualBadge: "",
            now: LocalDateTime(day: today, time: .midnight), zone: .gmt)
    }

    private static func briefing(of order: WorkOrder) -> VisitDetails {
        VisitDetails(
            visit: Visit(
                id: 1, orderID: 1, projectID: 1, number: 1, technicianID: 1, department: "", state: .onSite, version: 1),
            order: order, goer: "", note: "", appointment: nil, acceptedAt: nil, arrivedAt: nil, withdrawnBecause: "",
            isLaterVisit: false, reportBegunAt: nil, reportFiledAt: nil)
    }
}
