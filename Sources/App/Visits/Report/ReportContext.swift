import Forms
import Foundation
import Rulebooks

/// Everything that the steps of a report are shown and checked with.
struct ReportContext: Sendable {
    let briefing: VisitDetails
    let terms: ServiceTerms
    let warranty: WarrantyFinding
    /// Of the project as a whole, whatever piece of equipment the order is about.
    let projectWarrantyEnd: Day?
    /// Nil before the first step was saved.
    let draft: ReportDraft?
    let photographs: PhotographCounts
    /// What the customer said and signed, of whichever version of the report.
    let confirmation: CustomerConfirmation?
    /// Where the serial numbers of the draft are installed, by the number in lower case.
    let places: [String: InstalledPlace]
    /// The badge number in the last report of whoever fills this one.
    let usualBadge: String
    /// The moment at which the report is looked at, by the company's clocks.
    let now: LocalDateTime
    let zone: TimeZone

    var visit: Visit { briefing.visit }
    var isFiled: Bool { briefing.reportFiledAt != nil }
    var version: Int { draft?.version ?? 0 }

    func answers(_ step: ReportStep) -> [String: [String]] { draft?.answers(step) ?? [:] }

    /// Whether the customer was not there, as the first step says.
    var isAbsent: Bool { answers(.arrival)[ArrivalForm.met.definition.name]?.first == ArrivalForm.absent }

    /// The steps that this report has; of a customer who was not there nothing more is asked.
    var steps: [ReportStep] { ReportStep.all(isAbsent: isAbsent) }

    /// The latest moments by which somebody was to be there: promised by the rulebook, and agreed with the customer.
    var deadlines: [ArrivalDeadline] {
        [.order(LocalDateTime(briefing.order.arriveBy, in: zone))]
            + (briefing.appointment.map { [.appointment($0.end)] } ?? [])
    }

    func isLate(_ arrival: LocalDateTime) -> Bool { deadlines.contains { $0.moment < arrival } }

    /// What the customer has signed, if nothing was changed since and what was signed on paper is still there to see.
    var validConfirmation: CustomerConfirmation? {
        guard let confirmation, confirmation.reportVersion == version else { return nil }
        return confirmation.manner != .paper || photographs.hasSignedPaper ? confirmation : nil
    }

    /// The last day of the warranty of what is taken out: its own, else that of what it belongs to (SVC-3a).
    func warrantyEnd(ofSerial serial: String) -> Day? {
        guard let place = places[serial.lowercased()], place.projectID == visit.projectID else {
            return warranty.until
        }
        return place.warrantyUntil ?? projectWarrantyEnd
    }
}

/// A moment by which somebody was to be at the site (SVC-8).
enum ArrivalDeadline: Sendable, Hashable {
    case order(LocalDateTime)
    case appointment(LocalDateTime)

    var moment: LocalDateTime {
        switch self {
        case .order(let moment), .appointment(let moment): moment
        }
    }

    var code: String {
        switch self {
        case .order: "order"
        case .appointment: "appointment"
        }
    }
}

/// How many photographs a report has, by what they show.
struct PhotographCounts: Sendable, Hashable {
    let byMoment: [String: Int]

    var total: Int { byMoment.values.reduce(0, +) }

    /// The customer's signature on paper, photographed.
    var hasSignedPaper: Bool { (byMoment["signed-paper"] ?? 0) > 0 }
}
