import Foundation

/// The subject of an audit entry.
enum AuditSubject: Sendable, Hashable {
    case company
    case member(Member.ID)
    case customer(Customer.ID)
    case project(Project.ID)
    case followUp(FollowUp.ID, project: Project.ID)
    case accessRequest(AccessRequest.ID, project: Project.ID)
    case workOrder(WorkOrder.ID, project: Project.ID)
    case visit(Visit.ID, project: Project.ID)
    /// An issue may have no project, or none that is known yet.
    case issue(CustomerIssue.ID, project: Project.ID?)
    case feedback(Feedback.ID, project: Project.ID)
    case enquiry(Enquiry.ID)

    /// Kinds of subjects; the raw values are stored.
    enum Kind: String, Sendable, CaseIterable {
        case company, member, customer, project
        case followUp = "follow-up"
        case accessRequest = "access-request"
        case workOrder = "work-order"
        case visit, issue, feedback, enquiry
    }

    var kind: String { kindOfThing.rawValue }

    private var kindOfThing: Kind {
        switch self {
        case .company: .company
        case .member: .member
        case .customer: .customer
        case .project: .project
        case .followUp: .followUp
        case .accessRequest: .accessRequest
        case .workOrder: .workOrder
        case .visit: .visit
        case .issue: .issue
        case .feedback: .feedback
        case .enquiry: .enquiry
        }
    }

    var id: Int? {
        switch self {
        case .company: nil
        case .member(let id): id.number
        case .customer(let id): id.number
        case .project(let id): id.number
        case .followUp(let id, _): id.number
        case .accessRequest(let id, _): id.number
        case .workOrder(let id, _): id.number
        case .visit(let id, _): id.number
        case .issue(let id, _): id.number
        case .feedback(let id, _): id.number
        case .enquiry(let id): id.number
        }
    }

    var projectID: Project.ID? {
        switch self {
        case .company, .member, .customer, .enquiry: nil
        case .project(let id): id
        case .followUp(_, let project), .accessRequest(_, let project), .workOrder(_, let project),
            .visit(_, let project), .feedback(_, let project):
            project
        case .issue(_, let project): project
        }
    }
}

/// Audited actions; the raw values are stored, and each has its words in the string catalogues (`audit.action.…`).
enum AuditAction: String, Sendable, CaseIterable {
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case signInDelayed = "sign-in-delayed"
    case signedOut = "signed-out"
    case signedOutEverywhere = "signed-out-everywhere"
    case passwordChanged = "password-changed"
    case passwordChangeDelayed = "password-change-delayed"
    case memberAdded = "member-added"
    case memberCorrected = "member-corrected"
    case passwordReset = "password-reset"
    case memberLocked = "member-locked"
    case memberUnlocked = "member-unlocked"
    case customerRegistered = "customer-registered"
    case customerCorrected = "customer-corrected"
    case phoneShown = "phone-shown"
    case projectRegistered = "project-registered"
    case projectCorrected = "project-corrected"
    case milestonesChanged = "milestones-changed"
    case assignmentsChanged = "assignments-changed"
    case attemptRecorded = "attempt-recorded"
    case followUpExcused = "follow-up-excused"
    case followUpReinstated = "follow-up-reinstated"
    case followUpReassigned = "follow-up-reassigned"
    case excuseRequested = "excuse-requested"
    case excuseRefused = "excuse-refused"
    case handedOver = "handed-over"
    case handoverReversed = "handover-reversed"
    case sheetSubmitted = "sheet-submitted"
    case sheetCorrected = "sheet-corrected"
    case sheetFiled = "sheet-filed"
    case recordRead = "record-read"
    case recordRefused = "record-refused"
    case actionRefused = "action-refused"
    case listExported = "list-exported"
    case accessRequested = "access-requested"
    case accessApproved = "access-approved"
    case accessRefused = "access-refused"
    case accessRevoked = "access-revoked"
    case companyFounded = "company-founded"
    case backupMade = "backup-made"
    case rulebookProposed = "rulebook-proposed"
    case rulebookPutIntoForce = "rulebook-put-into-force"
    case arrangementDecided = "arrangement-decided"
    case arrangementWithdrawn = "arrangement-withdrawn"
    case equipmentAdded = "equipment-added"
    case equipmentCorrected = "equipment-corrected"
    case workOrderRequested = "work-order-requested"
    case workOrderApproved = "work-order-approved"
    case workOrderRefused = "work-order-refused"
    case workOrderCancelled = "work-order-cancelled"
    case visitDispatched = "visit-dispatched"
    case visitWithdrawn = "visit-withdrawn"
    case appointmentAgreed = "appointment-agreed"
    case customerTold = "customer-told"
    case visitAccepted = "visit-accepted"
    case visitArrived = "visit-arrived"
    case reportStepSaved = "report-step-saved"
    case reportConfirmed = "report-confirmed"
    case reportFiled = "report-filed"
    case reportPrinted = "report-printed"
    case feeHandedIn = "fee-handed-in"
    case feeConfirmed = "fee-confirmed"
    case furtherVisitAsked = "further-visit-asked"
    case photographsAdded = "photographs-added"
    case photographRemoved = "photograph-removed"
    case photographPutBack = "photograph-put-back"
    case issueRaised = "issue-raised"
    case issueStep = "issue-step"
    case issueMissed = "issue-missed"
    case feedbackLinkMade = "feedback-link-made"
    case feedbackLinkRevoked = "feedback-link-revoked"
    case feedbackReceived = "feedback-received"
    case feedbackAdded = "feedback-added"
    case enquiryReceived = "enquiry-received"
    case enquiryStep = "enquiry-step"
    case clockConfirmed = "clock-confirmed"
    case headNotedAnew = "head-noted-anew"
}

/// One entry of the audit trail, as read back (ACC-5).
struct AuditEntry: Sendable, Identifiable {
    let id: Int
    let at: Date
    let memberID: Member.ID?
    let memberName: String?
    let action: String
    let subjectKind: String
    let subjectID: Int?
    let projectID: Project.ID?
    let grantID: AccessGrant.ID?
    let address: String
    let detail: [String: String]
}

/// An entry with its subject's name; nil when that has none or is gone.
struct NamedAuditEntry: Sendable {
    let entry: AuditEntry
    let name: String?
}
