import Foundation

/// One visit to a site for a work order (SVC-3a), which ends in a service report.
struct Visit: Sendable, Identifiable, Hashable {
    let id: ID<Visit>
    let orderID: WorkOrder.ID
    let projectID: Project.ID
    /// Counted within its order, from 1.
    let number: Int
    /// Nil for a contractor.
    let technicianID: Member.ID?
    let department: String
    let state: VisitState
    let version: Int
}

/// State of a visit.
enum VisitState: String, Sendable, CaseIterable {
    case planned, accepted, onSite = "on-site", reported, withdrawn

    /// Whether the technician has not arrived yet.
    var isBeforeArrival: Bool {
        switch self {
        case .planned, .accepted: true
        case .onSite, .reported, .withdrawn: false
        }
    }
}
