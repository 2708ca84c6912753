import Forms
import Foundation

/// A step that a person takes on an issue; its raw value is the last path segment (ISS-4).
enum IssueAction: String, Sendable, CaseIterable {
    case referral, acceptance, answer, promise, pause, resumption, solution, triage, verification, closing, reopening
    /// To another department; deadlines go on.
    case transfer
    /// Back to the person who took it: not this department's.
    case handingBack = "handing-back"
    case categorisation
    /// Departments disagree about whose it is: the office rules (ISS-8).
    case dispute, ruling

    /// The resulting event.
    /// - Returns: nil while a required value is missing.
    func happening(_ wish: IssueActionInput) -> IssueHappening? {
        switch self {
        case .referral: wish.department.map { .referred(to: $0) }
        case .acceptance: .accepted
        case .answer: .answered
        case .promise: wish.promisedAt.map { .promised($0) }
        case .pause: wish.answer.flatMap(IssuePause.init).map { .paused($0) }
        case .resumption: .resumed
        case .solution: .solved
        case .triage: .triaged(isOurs: wish.answer == "yes")
        case .verification: .verified(isContent: wish.answer == "yes")
        case .closing: .closed
        case .reopening: .reopened
        case .transfer: wish.department.map { .transferred(to: $0) }
        case .handingBack: .handedBack
        case .categorisation: wish.category.map { .categorised($0) }
        case .dispute: .disputed
        case .ruling: wish.department.map { .ruled(to: $0) }
        }
    }

    /// Whether it is possible in the issue's state, whatever is entered; asked before its form is shown.
    func isPossible(_ life: IssueLife, at now: Date, reopeningWithin days: Int) -> Bool {
        let anything = IssueActionInput(
            action: self, department: "", category: "", answer: IssuePause.customer.rawValue, promisedAt: .distantFuture
        )
        return happening(anything).map { life.refusal(of: $0, at: now, reopeningWithin: days) == nil } ?? false
    }
}

extension IssueLife {
    /// The next step when all goes well; nil when nothing is left to do.
    var nextDeed: IssueAction? {
        if pause != nil { return .resumption }
        return switch state {
        case .new: .referral
        case .referred, .reopened: .acceptance
        case .accepted, .inProgress: isAnswered ? .solution : .answer
        case .solved: .verification
        case .verified: .closing
        case .disputed: .ruling
        case .closed: nil
        }
    }
}

/// Input of a step.
struct IssueActionInput: Sendable, Hashable {
    let action: IssueAction
    var text = ""
    var department: String?
    var category: String?
    var answer: String?
    var promisedAt: Date?
    var amount: Money?
    var approver: Member.ID?
}
