import Foundation

/// Every URL pattern, once, grouped by noun: the route table, redirects and pages all use these.
enum Paths {
    static let home = "/"
    static let health = "/health"
    static let metrics = "/metrics"
    static let condition = "/condition"
    static let clockConfirmation = "/clock/confirmation"
    static let language = "/language"
    static let receipts = "/receipts"
    static let receipt = Path<String>("\(receipts)/{submission}")

    // Accounts
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let setUp = Path<String>("/set-up/{token}")
    static let password = "/password"
    static let sessions = "/sessions"
    static let sessionsEnding = "/sessions/ending"
    static let sessionEnding = Path<Session.ID>("/sessions/{id}/ending")
    static let staff = "/staff"
    static let staffFile = "/staff.csv"
    static let newMember = "/staff/new"
    static let member = Path<Member.ID>("/staff/{id}")
    static let memberPassword = Path<Member.ID>("/staff/{id}/password")
    static let memberLocking = Path<Member.ID>("/staff/{id}/locking")
    static let memberUnlocking = Path<Member.ID>("/staff/{id}/unlocking")

    // Customers
    static let customers = "/customers"
    static let customersFile = "/customers.csv"
    static let newCustomer = "/customers/new"
    static let customer = Path<Customer.ID>("/customers/{id}")
    static let customerEdit = Path<Customer.ID>("/customers/{id}/edit")
    static let customerPhones = Path<Customer.ID>("/customers/{id}/phones")

    // Projects
    static let newProject = Path<Customer.ID>("/customers/{id}/projects/new")
    static let projects = Path<Customer.ID>("/customers/{id}/projects")
    static let project = Path<Project.ID>("/projects/{id}")
    static let projectEdit = Path<Project.ID>("/projects/{id}/edit")
    static let milestones = Path<Project.ID>("/projects/{id}/milestones")
    static let people = Path<Project.ID>("/projects/{id}/people")
    static let assignment = ProjectPartPath<Assignment.ID>("/projects/{id}/people/{assignment}")
    static let equipment = Path<Project.ID>("/projects/{id}/equipment")
    static let equipmentItem = ProjectPartPath<Equipment.ID>("/projects/{id}/equipment/{equipment}")

    // Follow-ups
    static let today = "/today"
    static let followUps = "/follow-ups"
    static let followUpsFile = "/follow-ups.csv"
    static let rate = "/follow-ups/rate"
    static func rate(of week: Week) -> String { "\(rate)?week=\(week)" }
    static let followUp = Path<FollowUp.ID>("/follow-ups/{id}")
    static let sheet = Path<FollowUp.ID>("/follow-ups/{id}/sheet")
    static let correction = Path<FollowUp.ID>("/follow-ups/{id}/correction")
    static let draft = Path<FollowUp.ID>("/follow-ups/{id}/draft")
    static let record = Path<FollowUp.ID>("/follow-ups/{id}/record")
    static let readings = Path<FollowUp.ID>("/follow-ups/{id}/readings")
    static let attempts = Path<FollowUp.ID>("/follow-ups/{id}/attempts")
    static let filing = Path<FollowUp.ID>("/follow-ups/{id}/filing")
    static let excuse = Path<FollowUp.ID>("/follow-ups/{id}/excuse")
    static let reinstatement = Path<FollowUp.ID>("/follow-ups/{id}/reinstatement")
    static let excuseRequests = Path<FollowUp.ID>("/follow-ups/{id}/excuse-requests")
    static let excuseApproval = Path<ExcuseRequest.ID>("/excuse-requests/{id}/approval")
    static let excuseRefusal = Path<ExcuseRequest.ID>("/excuse-requests/{id}/refusal")
    static let callHandover = Path<FollowUp.ID>("/follow-ups/{id}/handover")
    static let memberHandover = Path<Member.ID>("/staff/{id}/handover")
    static let handover = Path<Handover.ID>("/handovers/{id}")
    static let handoverReversal = Path<Handover.ID>("/handovers/{id}/reversal")

    // Access requests and the audit trail
    static let accessRequests = "/access-requests"
    static let newAccessRequest = "/access-requests/new"
    static func newAccessRequest(_ scope: AccessScope) -> String { with(newAccessRequest, [scope.item]) }
    static let accessRequest = Path<AccessRequest.ID>("/access-requests/{id}")
    static let approval = Path<AccessRequest.ID>("/access-requests/{id}/approval")
    static let refusal = Path<AccessRequest.ID>("/access-requests/{id}/refusal")
    static let revocation = Path<AccessGrant.ID>("/access-grants/{id}/revocation")
    static let audit = "/audit"
    static let auditFile = "/audit.csv"

    // Issues
    static let issues = "/issues"
    static let issuesFile = "/issues.csv"
    static let issueBoard = "/issues/board"
    static let newIssue = "/issues/new"
    static func newIssue(of occasion: IssueSourceLink) -> String { with(newIssue, occasion.items) }
    static let issue = Path<CustomerIssue.ID>("/issues/{id}")
    static let issuePhones = Path<CustomerIssue.ID>("/issues/{id}/phones")
    static let issueCustomer = Path<CustomerIssue.ID>("/issues/{id}/customer")
    static let issueStep = StepPath<CustomerIssue.ID, IssueAction>("/issues/{id}/{step}")

    // Work orders
    static let workOrders = "/work-orders"
    static let workOrdersFile = "/work-orders.csv"
    static let workOrderBoard = "/work-orders/board"
    static let newWorkOrder = "/work-orders/new"
    static func newWorkOrder(project id: Project.ID) -> String { "\(newWorkOrder)?project=\(id)" }
    static func newWorkOrder(followUp id: FollowUp.ID) -> String { "\(newWorkOrder)?follow-up=\(id)" }
    static func newWorkOrder(issue id: CustomerIssue.ID) -> String { "\(newWorkOrder)?issue=\(id)" }
    static let workOrder = Path<WorkOrder.ID>("/work-orders/{id}")
    static let workOrderPhone = Path<WorkOrder.ID>("/work-orders/{id}/phone")
    static let workOrderApproval = Path<WorkOrder.ID>("/work-orders/{id}/approval")
    static let workOrderRefusal = Path<WorkOrder.ID>("/work-orders/{id}/refusal")
    static let workOrderCancellation = Path<WorkOrder.ID>("/work-orders/{id}/cancellation")

    // Visits
    static let visits = Path<WorkOrder.ID>("/work-orders/{id}/visits")
    static let visit = Path<Visit.ID>("/visits/{id}")
    static let visitPhone = Path<Visit.ID>("/visits/{id}/phone")
    static let appointments = Path<Visit.ID>("/visits/{id}/appointments")
    static let appointmentNotice = Path<Visit.ID>("/visits/{id}/appointments/notice")
    static let visitWithdrawal = Path<Visit.ID>("/visits/{id}/withdrawal")
    static let acceptance = Path<Visit.ID>("/visits/{id}/acceptance")
    static let arrival = Path<Visit.ID>("/visits/{id}/arrival")
    static let report = Path<Visit.ID>("/visits/{id}/report")
    static let reportStep = StepPath<Visit.ID, ReportStep>("/visits/{id}/report/{step}")
    static let reportConfirmation = Path<Visit.ID>("/visits/{id}/confirmation")
    static let reportFiling = Path<Visit.ID>("/visits/{id}/filing")
    static let reportPrint = Path<Visit.ID>("/visits/{id}/print")
    static let fees = "/fees"
    static let handingIn = Path<Visit.ID>("/visits/{id}/fees")
    static let feeConfirmation = Path<Visit.ID>("/visits/{id}/fees/confirmation")
    static let photographs = Path<Visit.ID>("/visits/{id}/photographs")
    static let photographReceipt = Path<Visit.ID>("/visits/{id}/photographs/receipt")
    static let photograph = Path<String>("/photographs/{token}")
    static let thumbnail = Path<String>("/photographs/{token}/thumbnail")
    static let photographRemoval = Path<String>("/photographs/{token}/removal")
    static let photographReturn = Path<String>("/photographs/{token}/return")

    // Feedback
    static let feedback = Path<String>("/feedback/{token}")
    static let feedbackAdditions = Path<String>("/feedback/{token}/additions")
    static let feedbackRecords = "/feedback-records"
    static let feedbackFile = "/feedback-records.csv"
    static let feedbackRecord = Path<Feedback.ID>("/feedback-records/{id}")
    static let feedbackReadings = Path<Feedback.ID>("/feedback-records/{id}/readings")
    static let projectFeedback = Path<Project.ID>("/projects/{id}/feedback")
    static let newFeedback = Path<Project.ID>("/projects/{id}/feedback/new")
    static let feedbackLinks = Path<Project.ID>("/projects/{id}/feedback-links")
    static let manyFeedbackLinks = "/feedback-links"
    static let newFeedbackLinks = "/feedback-links/new"
    static let feedbackLinkRevocation = Path<FeedbackLink.ID>("/feedback-links/{id}/revocation")
    static let feedbackCard = Path<FeedbackLink.ID>("/feedback-links/{id}/card")
    static let feedbackCards = "/feedback-links/cards"
    static func feedbackCards(_ links: [FeedbackLink.ID]) -> String {
        with(feedbackCards, [("links", links.map { "\($0)" }.joined(separator: "-"))])
    }
    static func sized(_ cards: String, _ size: CardSize) -> String {
        cards + (cards.contains("?") ? "&" : "?") + "size=\(size.rawValue)"
    }

    // Enquiries
    static let enquiryForm = "/enquiry"
    static let complaint = "/complaint"
    static func form(of kind: MessageKind) -> String {
        switch kind {
        case .enquiry: enquiryForm
        case .complaint: complaint
        }
    }
    static let messageReceived = "/received"
    static let enquiries = "/enquiries"
    static let enquiriesFile = "/enquiries.csv"
    static let enquiry = Path<Enquiry.ID>("/enquiries/{id}")
    static let enquiryPhone = Path<Enquiry.ID>("/enquiries/{id}/phone")
    static let enquiryStep = StepPath<Enquiry.ID, EnquiryAction>("/enquiries/{id}/steps/{step}")

    // The rulebook and the calendar
    static let rulebook = "/rulebook"
    static let rulebookFile = "/rulebook.yaml"
    static let preview = "/rulebook/preview"
    static let proposals = "/rulebook/proposals"
    static let newProposal = "/rulebook/proposals/new"
    static let proposal = Path<RulebookProposal.ID>("/rulebook/proposals/{id}")
    static let enforcement = Path<RulebookProposal.ID>("/rulebook/proposals/{id}/enforcement")
    static let versionProposal = Path<RulebookVersion.ID>("/rulebook/versions/{id}/proposal")
    static let calendar = "/calendar"
    static let calendarYear = Path<Int>("/calendar/{year}")
    static let arrangementWithdrawal = Path<Int>("/calendar/{year}/withdrawal")

    /// A path with percent-encoded query items.
    static func with(_ path: String, _ items: [(String, String)]) -> String {
        let kept = items.filter { !$0.1.isEmpty }
        guard !kept.isEmpty else { return path }
        return path + "?" + kept.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
