import Foundation

/// Everything that a person can be allowed to do, with the thing it is done to where that matters.
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
    /// See how much of what was due was followed up.
    case seeRate
    /// Call, record an attempt, ask that it need not be made.
    case work(FollowUp)
    /// Open, keep and file the sheet of a call that is due (CAD-10).
    case fillSheet(FollowUp, at: Date, in: TimeZone)
    case correct(SheetFacts)
    case file
    case excuse
    /// Decide that a call need not be made.
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
    /// See how the data and the machine are, and say that its clock is right.
    case seeCondition
    case seeRulebook
    case changeRulebook
    case changeCalendar
    case changeEquipment
    case seeWorkOrders
    case exportWorkOrders
    case seeWorkOrderBoard
    /// Ask for a visit to a site.
    case requestWorkOrder
    /// Say whether somebody goes, who, and when; in which department is asked order by order.
    case manageWorkOrders
    /// Approve or refuse an order.
    case decideOrder(WorkOrder)
    case cancel(WorkOrder)
    case dispatch(WorkOrder)
    /// Keep somebody from going.
    case arrange(Visit)
    /// Agree with the customer on another time.
    case agreeTime(Visit)
    /// Note that the customer was told when somebody comes.
    case tellCustomer(Visit)
    case showContact(WorkOrder, visits: [Visit])
    /// Have the customer's number filled in, in the form of a request about a project with these orders.
    case fillInPhone([WorkOrder], because: CustomerIssue?)
    /// See what was ordered, found and done in one going to a site.
    case seeVisit(Visit)
    case seeVisits
    case seeAllVisits
    /// Go, say that one has arrived, report, have it signed, hand the cash in.
    case reportVisit(Visit)
    case seeIssues
    case exportIssues
    /// Write down what a customer raised.
    case raiseIssue
    /// Take a step about an issue.
    case take(IssueAction, CustomerIssue)
    /// Answer for money that is given to a customer (ISS-6).
    case approveCompensation
    /// See the number at which the customer of an issue is reached.
    case showCaller(CustomerIssue)
    /// Note whose issue it is.
    case identifyCustomer(CustomerIssue)
    /// Ask for a visit because of an issue.
    case orderVisit(CustomerIssue)
    /// See that a customer said something, not what.
    case seeFeedback
    /// Make links to the feedback form, and enter what came in on paper or was told.
    case collectFeedback
    /// See what was asked on the web, and act on it.
    case handleEnquiries
    case seeFees
    case confirmFees
}
