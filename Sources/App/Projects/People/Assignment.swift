import Forms

/// Duty of a person on a project (ARC-2).
enum Duty: String, Sendable, CaseIterable {
    case designer, inspector
    case projectManager = "project-manager"
    case foreman
}

/// Assignment: one person in one duty on one project, from a day to a day.
struct Assignment: Sendable, Identifiable, Hashable {
    let id: ID<Assignment>
    let projectID: Project.ID
    let term: Term
    let memberName: String
    let version: Int

    /// Person, duty and dates.
    struct Term: Sendable, Hashable {
        let duty: Duty
        let memberID: Member.ID
        let since: Day
        /// The last day; nil while it goes on.
        let until: Day?

        func covers(_ day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }

        /// Whether both hold the same duty on any day.
        func overlaps(_ other: Term) -> Bool {
            duty == other.duty && since <= (other.until ?? .latest) && other.since <= (until ?? .latest)
        }
    }
}

/// Two people would hold one duty on the same day.
struct OverlappingAssignment: Error {
    let other: Assignment
}
