import Foundation

/// The addresses of the pages, shared by routes, redirects and pages.
enum Paths {
    static let home = "/"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let language = "/language"
    static let password = "/password"
    static let sessions = "/sessions"
    static let sessionsEnding = "/sessions/ending"
    static let today = "/today"
    static let staff = "/staff"
    static let staffFile = "/staff.csv"
    static let newMember = "/staff/new"
    static let customers = "/customers"
    static let customersFile = "/customers.csv"
    static let newCustomer = "/customers/new"
    static let followUps = "/follow-ups"
    static let rate = "/follow-ups/rate"
    static let followUpsFile = "/follow-ups.csv"
    static let accessRequests = "/access-requests"
    static let newAccessRequest = "/access-requests/new"
    static let fees = "/fees"
    static let workOrders = "/work-orders"
    static let workOrdersFile = "/work-orders.csv"
    static let workOrderBoard = "/work-orders/board"
    static let newWorkOrder = "/work-orders/new"
    static let issues = "/issues"
    static let issuesFile = "/issues.csv"
    static let issueBoard = "/issues/board"
    static let newIssue = "/issues/new"
    static let rulebook = "/rulebook"
    static let rulebookFile = "/rulebook.yaml"
    static let preview = "/rulebook/preview"
    static let proposals = "/rulebook/proposals"
    static let newProposal = "/rulebook/proposals/new"
    static let calendar = "/calendar"
    static let audit = "/audit"
    static let auditFile = "/audit.csv"
    static let health = "/health"
    static let metrics = "/metrics"
    static let condition = "/condition"
    static let clockConfirmation = "/clock/confirmation"
    static let feedbackRecords = "/feedback-records"
    static let feedbackFile = "/feedback-records.csv"
    static let manyFeedbackLinks = "/feedback-links"
    static let newFeedbackLinks = "/feedback-links/new"
    static let enquiryForm = "/enquiry"
    static let complaint = "/complaint"

    static func form(of kind: MessageKind) -> String {
        switch kind {
        case .enquiry: enquiryForm
        case .complaint: complaint
        }
    }

    static let receipts = "/receipts"
    static let messageReceived = "/received"
    static let enquiries = "/enquiries"
    static let enquiriesFile = "/enquiries.csv"

    static func feedback(project id: Project.ID) -> String { "/projects/\(id)/feedback" }
    static func newFeedback(project id: Project.ID) -> String { "/projects/\(id)/feedback/new" }
    static func feedbackLinks(project id: Project.ID) -> String { "/projects/\(id)/feedback-links" }
    static func feedbackLinkRevocation(_ id: FeedbackLink.ID) -> String { "/feedback-links/\(id)/revocation" }
    static func feedbackCards(_ links: [FeedbackLink.ID]) -> String {
        with("/feedback-links/cards", [("links", links.map(String.init).joined(separator: "-"))])
    }
    static func sized(_ cards: String, _ size: CardSize) -> String {
        cards + (cards.contains("?") ? "&" : "?") + "size=\(size.rawValue)"
    }
    static func feedbackCard(_ link: FeedbackLink.ID) -> String { "/feedback-links/\(link)/card" }
    static func feedbackRecord(_ id: Feedback.ID) -> String { "/feedback-records/\(id)" }
    static func feedbackReadings(_ id: Feedback.ID) -> String { "/feedback-records/\(id)/readings" }
    static func feedback(_ token: String) -> String { "/feedback/\(token)" }
    static func feedbackAdditions(_ token: String) -> String { "/feedback/\(token)/additions" }
    static func enquiry(_ id: Enquiry.ID) -> String { "/enquiries/\(id)" }
    static func enquiryPhone(_ id: Enquiry.ID) -> String { "/enquiries/\(id)/phone" }
    static func enquiryStep(_ id: Enquiry.ID, _ action: EnquiryAction) -> String {
        "/enquiries/\(id)/steps/\(action.rawValue)"
    }
    static func setUp(_ token: String) -> String { "/set-up/\(token)" }
    static func sessionEnding(_ id: Session.ID) -> String { "/sessions/\(id)/ending" }

    static func member(_ id: Member.ID) -> String { "/staff/\(id)" }
    static func memberPassword(_ id: Member.ID) -> String { "/staff/\(id)/password" }
    static func memberLocking(_ id: Member.ID) -> String { "/staff/\(id)/locking" }
    static func memberUnlocking(_ id: Member.ID) -> String { "/staff/\(id)/unlocking" }
    static func memberHandover(_ id: Member.ID) -> String { "/staff/\(id)/handover" }

    static func customer(_ id: Customer.ID) -> String { "/customers/\(id)" }
    static func customerEdit(_ id: Customer.ID) -> String { "/customers/\(id)/edit" }
    static func customerPhones(_ id: Customer.ID) -> String { "/customers/\(id)/phones" }
    static func newProject(customer id: Customer.ID) -> String { "/customers/\(id)/projects/new" }
    static func projects(customer id: Customer.ID) -> String { "/customers/\(id)/projects" }

    static func project(_ id: Project.ID) -> String { "/projects/\(id)" }
    static func projectEdit(_ id: Project.ID) -> String { "/projects/\(id)/edit" }
    static func milestones(_ project: Project.ID) -> String { "/projects/\(project)/milestones" }
    static func people(_ project: Project.ID) -> String { "/projects/\(project)/people" }
    static func assignment(_ id: Assignment.ID, project: Project.ID) -> String { "/projects/\(project)/people/\(id)" }

    static func rate(of week: Week) -> String { "\(rate)?week=\(week)" }
    static func followUp(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)" }
    static func sheet(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/sheet" }
    static func correction(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/correction" }
    static func draft(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/draft" }
    static func record(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/record" }
    static func readings(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/readings" }
    static func attempts(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/attempts" }
    static func filing(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/filing" }
    static func excuse(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/excuse" }
    static func excuseRequests(_ followUp: FollowUp.ID) -> String { "/follow-ups/\(followUp)/excuse-requests" }
    static func excuseApproval(_ request: ExcuseRequest.ID) -> String { "/excuse-requests/\(request)/approval" }
    static func excuseRefusal(_ request: ExcuseRequest.ID) -> String { "/excuse-requests/\(request)/refusal" }
    static func callHandover(_ followUp: FollowUp.ID) -> String { "/follow-ups/\(followUp)/handover" }
    static func handover(_ id: Handover.ID) -> String { "/handovers/\(id)" }
    static func handoverReversal(_ id: Handover.ID) -> String { "/handovers/\(id)/reversal" }
    static func reinstatement(_ id: FollowUp.ID) -> String { "/follow-ups/\(id)/reinstatement" }

    static func newAccessRequest(_ scope: AccessScope) -> String { with(newAccessRequest, [scope.item]) }
    static func accessRequest(_ id: AccessRequest.ID) -> String { "/access-requests/\(id)" }
    static func approval(_ request: AccessRequest.ID) -> String { "/access-requests/\(request)/approval" }
    static func refusal(_ request: AccessRequest.ID) -> String { "/access-requests/\(request)/refusal" }
    static func revocation(_ grant: AccessGrant.ID) -> String { "/access-grants/\(grant)/revocation" }

    static func equipment(_ project: Project.ID) -> String { "/projects/\(project)/equipment" }
    static func equipment(_ id: Equipment.ID, project: Project.ID) -> String { "/projects/\(project)/equipment/\(id)" }
    static func newWorkOrder(project id: Project.ID) -> String { "\(newWorkOrder)?project=\(id)" }
    static func newWorkOrder(followUp id: FollowUp.ID) -> String { "\(newWorkOrder)?follow-up=\(id)" }
    static func newWorkOrder(issue id: CustomerIssue.ID) -> String { "\(newWorkOrder)?issue=\(id)" }
    static func issue(_ id: CustomerIssue.ID) -> String { "/issues/\(id)" }
    static func issuePhones(_ id: CustomerIssue.ID) -> String { "/issues/\(id)/phones" }
    static func issueCustomer(_ id: CustomerIssue.ID) -> String { "/issues/\(id)/customer" }
    static func issueStep(_ id: CustomerIssue.ID, _ action: IssueAction) -> String { "/issues/\(id)/\(action.rawValue)" }
    static func newIssue(of occasion: IssueSourceLink) -> String { with(newIssue, occasion.items) }
    static func workOrder(_ id: WorkOrder.ID) -> String { "/work-orders/\(id)" }
    static func workOrderPhone(_ id: WorkOrder.ID) -> String { "/work-orders/\(id)/phone" }
    static func workOrderApproval(_ id: WorkOrder.ID) -> String { "/work-orders/\(id)/approval" }
    static func workOrderRefusal(_ id: WorkOrder.ID) -> String { "/work-orders/\(id)/refusal" }
    static func workOrderCancellation(_ id: WorkOrder.ID) -> String { "/work-orders/\(id)/cancellation" }
    static func visits(_ order: WorkOrder.ID) -> String { "/work-orders/\(order)/visits" }
    static func visit(_ id: Visit.ID) -> String { "/visits/\(id)" }
    static func appointments(_ visit: Visit.ID) -> String { "/visits/\(visit)/appointments" }
    static func appointmentNotice(_ visit: Visit.ID) -> String { "/visits/\(visit)/appointments/notice" }
    static func visitPhone(_ id: Visit.ID) -> String { "/visits/\(id)/phone" }
    static func acceptance(visit id: Visit.ID) -> String { "/visits/\(id)/acceptance" }
    static func arrival(visit id: Visit.ID) -> String { "/visits/\(id)/arrival" }
    static func report(_ visit: Visit.ID) -> String { "/visits/\(visit)/report" }
    static func reportStep(_ visit: Visit.ID, _ step: ReportStep) -> String { "/visits/\(visit)/report/\(step.rawValue)" }
    static func reportConfirmation(_ visit: Visit.ID) -> String { "/visits/\(visit)/confirmation" }
    static func filing(visit id: Visit.ID) -> String { "/visits/\(id)/filing" }
    static func reportPrint(_ visit: Visit.ID) -> String { "/visits/\(visit)/print" }
    static func handingIn(visit id: Visit.ID) -> String { "/visits/\(id)/fees" }
    static func feeConfirmation(visit id: Visit.ID) -> String { "/visits/\(id)/fees/confirmation" }
    static func visitWithdrawal(_ visit: Visit.ID) -> String { "/visits/\(visit)/withdrawal" }

    static func proposal(_ id: RulebookProposal.ID) -> String { "/rulebook/proposals/\(id)" }
    static func enforcement(_ proposal: RulebookProposal.ID) -> String { "/rulebook/proposals/\(proposal)/enforcement" }
    static func versionProposal(_ version: Int) -> String { "/rulebook/versions/\(version)/proposal" }
    static func calendar(_ year: Int) -> String { "/calendar/\(year)" }
    static func arrangementWithdrawal(_ year: Int) -> String { "/calendar/\(year)/withdrawal" }

    static func photographs(visit: Visit.ID) -> String { "/visits/\(visit)/photographs" }
    static func photographReceipt(visit: Visit.ID) -> String { "/visits/\(visit)/photographs/receipt" }
    static func photograph(_ token: String) -> String { "/photographs/\(token)" }
    static func thumbnail(_ token: String) -> String { "/photographs/\(token)/thumbnail" }
    static func photographRemoval(_ token: String) -> String { "/photographs/\(token)/removal" }
    static func photographReturn(_ token: String) -> String { "/photographs/\(token)/return" }

    /// A path with query items, encoded.
    static func with(_ path: String, _ items: [(String, String)]) -> String {
        let kept = items.filter { !$0.1.isEmpty }
        guard !kept.isEmpty else { return path }
        return path + "?" + kept.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
