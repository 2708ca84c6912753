/// State of an issue (ISS-4).
enum IssueState: String, Sendable, CaseIterable {
    case new, referred, accepted
    case inProgress = "in-progress"
    case solved, verified, closed
    case reopened
    /// Departments disagree about whose it is, and the office has not ruled yet (ISS-8).
    case disputed

    /// Whether anything is left to do.
    var isOpen: Bool { self != .closed }

    /// Whether a department works on it.
    var isWorkedOn: Bool {
        switch self {
        case .accepted, .inProgress, .reopened: true
        case .new, .referred, .solved, .verified, .closed, .disputed: false
        }
    }

    /// Whether it is with a department, which may still say that it belongs to another.
    var isWithDepartment: Bool { self == .referred || isWorkedOn }

    /// Whether only the customer's verification is missing.
    var isSolved: Bool {
        switch self {
        case .solved, .verified, .closed: true
        case .new, .referred, .accepted, .inProgress, .reopened, .disputed: false
        }
    }
}
