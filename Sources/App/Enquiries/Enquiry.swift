import Forms
import Foundation

/// Enquiry of a stranger from the web (WEB-1).
struct Enquiry: Sendable, Hashable, Identifiable {
    let id: ID<Enquiry>
    /// Such as ZX20261124-01.
    let number: String
    let name: String
    let phone: String
    let address: String
    let words: String
    let receivedAt: Date
    /// Deadline of the reply.
    let dueAt: Date
    let answeredAt: Date?
    let state: EnquiryState
    let appointmentAt: LocalDateTime?
    let branch: String
    /// The day of the second follow-up (WEB-2).
    let followUpOn: Day?
    let customer: Customer.ID?

    /// Seconds within which a reply is owed.
    static let replyTime: TimeInterval = 24 * 3600

    /// What is owed next; nil when nothing was agreed, or nothing is left to do.
    var duty: EnquiryDuty? {
        guard state.isOpen else { return nil }
        guard answeredAt != nil else { return .reply(by: dueAt) }
        switch state {
        case .appointment: return appointmentAt.map { .appointment($0) }
        case .potential: return followUpOn.map { .secondFollowUp($0) }
        case .waiting, .answered, .customer, .closed: return nil
        }
    }
}

/// What is owed to the person who asked (WEB-1, WEB-2).
enum EnquiryDuty: Sendable, Hashable {
    case reply(by: Date)
    case appointment(LocalDateTime)
    case secondFollowUp(Day)
}

/// State of an enquiry (WEB-2).
enum EnquiryState: String, Sendable, CaseIterable {
    case waiting, answered
    /// 预约客户
    case appointment
    /// 潜在客户, handed to a branch for a second follow-up.
    case potential
    case customer, closed

    var isOpen: Bool { self != .customer && self != .closed }
}

/// A step on an enquiry; its raw value is the last path segment.
enum EnquiryAction: String, Sendable, CaseIterable {
    case answer, appointment, handing
    case secondFollowUp = "second-follow-up"
    case closing, reopening

    func isPossible(_ enquiry: Enquiry) -> Bool {
        switch self {
        case .answer, .appointment, .handing, .closing: enquiry.state.isOpen
        case .reopening: enquiry.state == .closed
        case .secondFollowUp: enquiry.state == .potential && enquiry.followUpOn != nil
        }
    }
}

/// One recorded step of an enquiry.
struct EnquiryStep: Sendable, Hashable {
    /// The raw value of an action, or "customer".
    let kind: String
    let by: MemberName
    let at: Date
    let text: String
}

/// Input of a stranger's message.
struct Message: Sendable, Hashable {
    let name: String
    let phone: PhoneNumber
    let address: String
    let words: String
    /// For a complaint: whether it is about water or electricity, which cannot wait.
    var isUrgent = false
}
