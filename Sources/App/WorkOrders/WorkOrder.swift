import Forms
import Foundation

/// An order to go to a customer's site, from the wish to the confirmed fee (SVC-1, SVC-2).
struct WorkOrder: Sendable, Identifiable, Hashable {
    let id: ID<WorkOrder>
    /// Made by the system, such as PG20261124-01.
    let number: String
    let project: ProjectNumber
    let customer: CustomerName
    let details: WorkOrderDetails
    /// When somebody must have arrived, counted from the customer's call (SVC-8).
    let arriveBy: Date
    let requestedBy: MemberName
    let requestedAt: Date
    let state: WorkOrderState
    /// Whether nobody has been there yet.
    let isAwaited: Bool
    let version: Int

    /// Whether the deadline of the first arrival has passed without one.
    func isLate(at now: Date) -> Bool { isAwaited && arriveBy < now }
}

/// What is entered when somebody asks for a visit.
struct WorkOrderDetails: Sendable, Hashable {
    let kind: WorkOrderKind
    /// The id of one of the rulebook's departments.
    let department: String
    let urgency: Urgency
    let source: WorkOrderSource
    let followUpID: FollowUp.ID?
    let equipmentID: Equipment.ID?
    let symptom: String
    let contactName: String
    let contactPhone: PhoneNumber
    let siteAddress: String
    /// When the customer would like it, in their own words.
    let wish: String
    /// Tools and parts to bring.
    let tools: String
    /// When the customer asked.
    let receivedAt: Date
}

/// What is to be done at the site.
enum WorkOrderKind: String, Sendable, CaseIterable {
    case survey, installation, repair, inspection
}

/// How soon somebody must be there; water and electricity are sooner (ISS-3).
enum Urgency: String, Sendable, CaseIterable {
    case ordinary
    case waterElectricity = "water-electricity"
}

/// How the wish came in.
enum WorkOrderSource: String, Sendable, CaseIterable {
    case phone
    case followUp = "follow-up"
    case inPerson = "in-person"
    case writing, web
    case notFixed = "not-fixed"
}

/// What it takes to name one of the staff.
struct MemberName: Sendable, Identifiable, Hashable {
    let id: Member.ID
    let name: String
}
