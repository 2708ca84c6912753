import Forms

/// What is known before somebody asks for a visit: the project, what is installed there, and what was asked already.
struct WorkOrderBriefing: Sendable {
    let project: Project
    let customer: Customer
    let warranty: WarrantyEnd
    let equipment: [Equipment]
    /// The orders of the project that the person sees, the latest first.
    let orders: [WorkOrder]
    /// The call in which it came up.
    let followUp: FollowUp?
    /// The issue because of which somebody is to go.
    let issue: CustomerIssue?
    /// Whether the customer's number stands in the form; else it is put into the order without being shown (ACC-8).
    let isPhoneFilledIn: Bool

    /// What an order gets for whom no number was typed.
    var unseenPhone: PhoneNumber? { isPhoneFilledIn ? nil : customer.details.phones.first }
}
