/// How far an issue has come (ISS-4).
enum IssueState: String, Sendable, CaseIterable {
    case new, referred, accepted
    case inProgress = "in-progress"
    case solved, verified, closed
    case reopened
    /// Departments do not agree whose it is, and the office has not said yet (ISS-8).
    case disputed

    /// Whether somebody still has to do something about it.
    var isOpen: Bool { self != .closed }

    /// Whether a department works on it.
    var isWorkedOn: Bool {
        switch self {
        case .accepted, .inProgress, .reopened: true
        case .new, .referred, .solved, .verified, .closed, .disputed: false
        }
    }

    /// Whether it is with a department which may say that it belongs to another.
    var isWithDepartment: Bool { self == .referred || isWorkedOn }

    /// Whether the customer only has to say that it is.
    var isSolved: Bool {
        switch self {
        case .solved, .verified, .closed: true
        case .new, .referred, .accepted, .inProgress, .reopened, .disputed: false
        }
    }
}
