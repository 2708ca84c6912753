import Forms
import Foundation

/// What a customer thinks of a project, in their own words (FBK-2).
struct FeedbackContent: Sendable, Hashable {
    /// 0 to 5; what does not apply, or was not rated, is not in here.
    var ratings: [FeedbackAspect: Int] = [:]
    var recommends: Recommendation?
    var problems = ""
    var suggestions = ""
    var wantsCall = false
    /// When the customer would like to be called, as they put it.
    var callWhen = ""

    /// The rating at which somebody must do something about it (FBK-3).
    static let low = 2

    var lowRatings: [FeedbackAspect] { FeedbackAspect.allCases.filter { ratings[$0].map { $0 <= Self.low } ?? false } }

    /// Whether it becomes an issue (FBK-3).
    var needsAnswer: Bool { !lowRatings.isEmpty || !problems.isEmpty || wantsCall }

    /// Whether anything was said at all.
    var isEmpty: Bool {
        ratings.isEmpty && recommends == nil && problems.isEmpty && suggestions.isEmpty && !wantsCall
    }
}

/// Whether a customer would recommend the company; who is not sure says so, and is no rating (FBK-2, FBK-6).
enum Recommendation: String, Sendable, CaseIterable {
    case yes, no, unsure
}

/// What a customer is asked to rate (FBK-2).
enum FeedbackAspect: String, Sendable, CaseIterable {
    case design, quality, attitude, materials, progress, safety, cleaning, overall
}

/// On which way it came in; each is counted by itself (FBK-5).
enum FeedbackChannel: String, Sendable, CaseIterable {
    case link, phone, letter
    case onSite = "on-site"
    case fax
    case eMail = "e-mail"
}

/// What is known of a feedback without reading it.
struct Feedback: Sendable, Hashable, Identifiable {
    let id: ID<Feedback>
    /// FK20261124-01: what the customer is told, and says on the phone.
    let number: String
    let project: ProjectNumber
    let customer: Customer.ID
    let customerName: String
    /// The agent whose project it is.
    let agent: MemberName
    let channel: FeedbackChannel
    let receivedOn: Day
    let submittedAt: Date
    let enteredBy: MemberName?
    let sealsAt: Date
    let issue: CustomerIssue.ID?

    /// How long the customer can read their own answer and add to it, in seconds.
    static let openToCustomer: TimeInterval = 24 * 3600

    func isSealed(at now: Date) -> Bool { now >= sealsAt }
    func isOpenToCustomer(at now: Date) -> Bool { now < submittedAt.addingTimeInterval(Self.openToCustomer) }
}

/// All that the page of a project's feedback shows.
struct ProjectFeedback: Sendable {
    let project: Project
    /// Whether the customer may be sent text messages (ARC-1).
    let agreesToSMS: Bool
    /// The latest, whatever has become of it.
    let link: FeedbackLink?
    /// The latest first.
    let all: [Feedback]
}

/// What a customer added to their answer.
struct FeedbackAddition: Sendable, Hashable {
    let words: String
    let at: Date
}

/// What became of somebody's wish to read a feedback.
enum FeedbackOpening: Sendable {
    case open(OpenedFeedback)
    /// With the request that this person has made for it, while nobody has decided that.
    case closed(pendingRequest: AccessRequest.ID?)

    var opened: OpenedFeedback? { if case .open(let opened) = self { opened } else { nil } }
    var pendingRequest: AccessRequest.ID? { if case .closed(let request) = self { request } else { nil } }
    /// Whether there is nothing to ask for, or it is asked for already.
    var isAskedFor: Bool { opened != nil || pendingRequest != nil }
}

/// A feedback that was opened for somebody, with the ground on which it was.
struct OpenedFeedback: Sendable {
    let feedback: Feedback
    let content: FeedbackContent
    let additions: [FeedbackAddition]
    let ground: ReadingGround?
}
