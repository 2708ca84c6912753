/// What an administrator decides about a member.
struct MemberFacts: Sendable, Hashable {
    let name: String
    /// Nil for somebody who is known on projects and does not sign in.
    let username: Username?
    let roles: Set<Role>
    /// The id of the rulebook's department that a manager answers for, or a technician works in.
    var department: String? = nil
}

/// Why a change of the staff cannot be made.
enum MemberProblem: Error, Hashable {
    case usernameTaken
    /// Nobody would be left who can manage the staff.
    case lastAdministrator
}
