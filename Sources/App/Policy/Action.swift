import Foundation

/// Everything that can be permitted, with the thing it is done to where that matters.
enum Action: Sendable {
    case seeToday
    case seeStaff
    case manageStaff
    case seeCustomers
    case registerCustomers
    case showPhones
    case seeFollowUps
    /// Follow customers up on the phone.
    case call
    /// See the follow-up rate.
    case seeRate
    /// Call, record an attempt, ask to excuse it.
    case work(FollowUp)
    /// Open, draft and file the sheet of a follow-up that is due (CAD-10).
    case fillSheet(FollowUp, at: Date, in: TimeZone)
    case correct(SheetFacts)
    case file
    case excuse
    /// Excuse a follow-up.
    case excuseCall(FollowUp)
    case decideExcuse(ExcuseRequest)
    case reassign
    case askForAccess
    case seeAccessRequests
    case decideAccess
    case decide(AccessRequest)
    case revoke(AccessGrant)
    case seeReadings
    case seeAudit
    /// See the condition of data and machine, and confirm its clock.
    case seeCondition
    case seeRulebook
    case changeRulebook
    case changeCalendar
    case changeEquipment
    case seeWorkOrders
    case exportWorkOrders
    case seeWorkOrderBoard
    /// Request a visit to a site.
    case requestWorkOrder
    /// Dispatch: decide whether and when a technician goes; the department is checked for each order.
    case manageWorkOrders
    /// Approve or refuse an order.
    case decideOrder(WorkOrder)
    case cancel(WorkOrder)
    case dispatch(WorkOrder)
    /// Cancel a visit.
    case arrange(Visit)
    /// Reschedule with the customer.
    case agreeTime(Visit)
    /// Record that the customer was told the time.
    case tellCustomer(Visit)
    case showContact(WorkOrder, visits: [Visit])
    /// See the customer's number prefilled in a request about a project with these orders.
    case fillInPhone([WorkOrder], because: CustomerIssue?)
    /// See the order, findings and work of one visit.
    case seeVisit(Visit)
    case seeVisits
    case seeAllVisits
    /// Do the visit: accept, arrive, report, have it signed, hand the cash in.
    case reportVisit(Visit)
    case seeIssues
    case exportIssues
    /// Raise an issue.
    case raiseIssue
    /// Take a step about an issue.
    case take(IssueAction, CustomerIssue)
    /// Approve compensation (ISS-6).
    case approveCompensation
    /// See the phone number of an issue's customer.
    case showCaller(CustomerIssue)
    /// Match an issue to its customer.
    case identifyCustomer(CustomerIssue)
    /// Request a visit for an issue.
    case orderVisit(CustomerIssue)
    /// See that there is feedback, not its content.
    case seeFeedback
    /// Make feedback links, and enter feedback given on paper or by word of mouth.
    case collectFeedback
    /// See and handle enquiries from the web.
    case handleEnquiries
    case seeFees
    case confirmFees
}
