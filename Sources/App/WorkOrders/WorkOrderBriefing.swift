/// What is known before somebody asks for a visit: the project, what is installed there, and what was asked already.
struct WorkOrderBriefing: Sendable {
    let project: Project
    let customer: Customer
    let warranty: WarrantyEnd
    let equipment: [Equipment]
    /// The orders of the project, the latest first.
    let orders: [WorkOrder]
    /// The call in which it came up.
    let followUp: FollowUp?
    /// The issue because of which somebody is to go.
    var issue: CustomerIssue?
}
