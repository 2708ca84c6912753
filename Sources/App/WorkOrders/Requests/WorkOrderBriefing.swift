import Forms

/// Context of a new request for a visit: project, equipment, and earlier orders.
struct WorkOrderBriefing: Sendable {
    let project: Project
    let customer: Customer
    let warranty: WarrantyEnd
    let equipment: [Equipment]
    /// The project's orders within the person's scope, the latest first.
    let orders: [WorkOrder]
    /// The follow-up in which it came up.
    let followUp: FollowUp?
    /// The issue that the visit is for.
    let issue: CustomerIssue?
    /// Whether the customer's number is prefilled; otherwise it goes into the order without being shown (ACC-8).
    let isPhoneFilledIn: Bool

    /// The number for an order when none was typed.
    var unseenPhone: PhoneNumber? { isPhoneFilledIn ? nil : customer.details.phones.first }
}
