import Forms
import Foundation
import Rulebooks

/// All data that the steps of a report need to be shown and validated.
struct ReportContext: Sendable {
    let briefing: VisitDetails
    let terms: ServiceTerms
    let warranty: WarrantyFinding
    /// The project's own warranty, whatever equipment the order is about.
    let projectWarrantyEnd: Day?
    /// Nil before the first step is saved.
    let draft: ReportDraft?
    let photographs: PhotographCounts
    /// The customer's confirmation, of whichever version of the report.
    let confirmation: CustomerConfirmation?
    /// Where the draft's serial numbers are installed, by lower-case number.
    let places: [String: InstalledPlace]
    /// The badge number in the technician's latest report.
    let usualBadge: String
    /// The current time in the company's time zone.
    let now: LocalDateTime
    let zone: TimeZone

    var visit: Visit { briefing.visit }
    var isFiled: Bool { briefing.reportFiledAt != nil }
    var version: Int { draft?.version ?? 0 }

    func answers(_ step: ReportStep) -> [String: [String]] { draft?.answers(step) ?? [:] }

    /// Whether the first step says that nobody was in.
    var isAbsent: Bool { answers(.arrival)[ArrivalForm.met.definition.name]?.first == ArrivalForm.absent }

    /// The steps of this report; when nobody was in, only those that still apply.
    var steps: [ReportStep] { ReportStep.all(isAbsent: isAbsent) }

    /// Deadlines of the arrival: the order's by the rulebook, for its first arrival, and the appointment's.
    var deadlines: [ArrivalDeadline] {
        let order =
            briefing.isLaterVisit ? [] : [ArrivalDeadline.order(LocalDateTime(briefing.order.arriveBy, in: zone))]
        return order + (briefing.appointment.map { [.appointment($0.end)] } ?? [])
    }

    func isLate(_ arrival: LocalDateTime) -> Bool { deadlines.contains { $0.moment < arrival } }

    /// The confirmation, if the report has not changed since and a signed paper still has its photograph.
    var validConfirmation: CustomerConfirmation? {
        guard let confirmation, confirmation.reportVersion == version else { return nil }
        return confirmation.manner != .paper || photographs.hasSignedPaper ? confirmation : nil
    }

    /// The warranty of a removed piece: its own, else that of what it belongs to (SVC-3a).
    func warrantyEnd(ofSerial serial: String) -> Day? {
        guard let place = places[serial.lowercased()], place.projectID == visit.projectID else {
            return warranty.until
        }
        return place.warrantyUntil ?? projectWarrantyEnd
    }
}

/// A deadline of the arrival at the site (SVC-8).
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

/// The number of a report's photographs, by moment.
struct PhotographCounts: Sendable, Hashable {
    let byMoment: [String: Int]

    var total: Int { byMoment.values.reduce(0, +) }

    /// Whether there is a photograph of the signed paper.
    var hasSignedPaper: Bool { (byMoment["signed-paper"] ?? 0) > 0 }
}
