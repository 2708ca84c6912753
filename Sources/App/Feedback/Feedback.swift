import Forms
import Foundation

/// The content of customer feedback: ratings and the customer's own words (FBK-2).
struct FeedbackContent: Sendable, Hashable {
    /// 0 to 5; aspects that do not apply or were not rated are absent.
    var ratings: [FeedbackAspect: Int] = [:]
    var recommends: Recommendation?
    var problems = ""
    var suggestions = ""
    var wantsCall = false
    /// When the customer would like to be called, in their own words.
    var callWhen = ""

    /// Ratings up to this one need an answer (FBK-3).
    static let low = 2

    var lowRatings: [FeedbackAspect] { FeedbackAspect.allCases.filter { ratings[$0].map { $0 <= Self.low } ?? false } }

    /// Whether it raises an issue (FBK-3).
    var needsAnswer: Bool { !lowRatings.isEmpty || !problems.isEmpty || wantsCall }

    /// Whether nothing was said at all.
    var isEmpty: Bool {
        ratings.isEmpty && recommends == nil && problems.isEmpty && suggestions.isEmpty && !wantsCall
    }
}

/// Whether a customer would recommend the company; "not sure" is an answer, but not a rating (FBK-2, FBK-6).
enum Recommendation: String, Sendable, CaseIterable {
    case yes, no, unsure
}

/// The rated aspects (FBK-2).
enum FeedbackAspect: String, Sendable, CaseIterable {
    case design, quality, attitude, materials, progress, safety, cleaning, overall
}

/// The channel by which it came in; each is counted separately (FBK-5).
enum FeedbackChannel: String, Sendable, CaseIterable {
    case link, phone, letter
    case onSite = "on-site"
    case fax
    case eMail = "e-mail"
}

/// The metadata of feedback, without its sealed content.
struct Feedback: Sendable, Hashable, Identifiable {
    let id: ID<Feedback>
    /// Such as FK20261124-01; shown to the customer for reference.
    let number: String
    let project: ProjectNumber
    let customer: Customer.ID
    let customerName: String
    /// The project's agent.
    let agent: MemberName
    let channel: FeedbackChannel
    let receivedOn: Day
    let submittedAt: Date
    let enteredBy: MemberName?
    let sealsAt: Date
    let issue: CustomerIssue.ID?

    /// Seconds for which the customer can read their own answer and add to it.
    static let openToCustomer: TimeInterval = 24 * 3600

    func isSealed(at now: Date) -> Bool { now >= sealsAt }
    func isOpenToCustomer(at now: Date) -> Bool { now < submittedAt.addingTimeInterval(Self.openToCustomer) }
}

/// All data of a project's feedback page.
struct ProjectFeedback: Sendable {
    let project: Project
    /// Whether the customer may be sent text messages (ARC-1).
    let agreesToSMS: Bool
    /// The latest link, in whatever state.
    let link: FeedbackLink?
    /// The latest first.
    let all: [Feedback]
}

/// A customer's later addition to their answer.
struct FeedbackAddition: Sendable, Hashable {
    let words: String
    let at: Date
}

/// Result of opening feedback.
enum FeedbackOpening: Sendable {
    case open(OpenedFeedback)
    /// Closed, with this person's pending access request, if there is one.
    case closed(pendingRequest: AccessRequest.ID?)

    var opened: OpenedFeedback? { if case .open(let opened) = self { opened } else { nil } }
    var pendingRequest: AccessRequest.ID? { if case .closed(let request) = self { request } else { nil } }
    /// Whether access needs no request, or has a pending one.
    var isAskedFor: Bool { opened != nil || pendingRequest != nil }
}

/// Opened feedback, with the ground for opening it.
struct OpenedFeedback: Sendable {
    let feedback: Feedback
    let content: FeedbackContent
    let additions: [FeedbackAddition]
    let ground: ReadingGround?
}
