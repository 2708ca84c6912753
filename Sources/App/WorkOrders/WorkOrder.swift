import Forms
import Foundation

/// Work order for a customer's site, from the request to the confirmed fee (SVC-1, SVC-2).
struct WorkOrder: Sendable, Identifiable, Hashable {
    let id: ID<WorkOrder>
    /// Assigned by the system, such as PG20261124-01.
    let number: String
    let project: ProjectNumber
    let customer: CustomerName
    let details: WorkOrderDetails
    /// The deadline of the first arrival, counted from the customer's call (SVC-8).
    let arriveBy: Date
    let requestedBy: MemberName
    let requestedAt: Date
    let state: WorkOrderState
    /// Whether nobody has arrived yet.
    let isAwaited: Bool
    let version: Int

    /// Whether the deadline of the first arrival has passed without one.
    func isLate(at now: Date) -> Bool { isAwaited && arriveBy < now }
}

/// Input of a request for a visit.
struct WorkOrderDetails: Sendable, Hashable {
    let kind: WorkOrderKind
    /// Id of a department of the rulebook.
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

/// The kind of work at the site.
enum WorkOrderKind: String, Sendable, CaseIterable {
    case survey, installation, repair, inspection
}

/// How soon somebody must arrive; water and electricity have a shorter deadline (ISS-3).
enum Urgency: String, Sendable, CaseIterable {
    case ordinary
    case waterElectricity = "water-electricity"
}

/// The channel by which the request came in.
enum WorkOrderSource: String, Sendable, CaseIterable {
    case phone
    case followUp = "follow-up"
    case inPerson = "in-person"
    case writing, web
    case notFixed = "not-fixed"
}

/// Id and name of a member of staff.
struct MemberName: Sendable, Identifiable, Hashable {
    let id: Member.ID
    let name: String
}
