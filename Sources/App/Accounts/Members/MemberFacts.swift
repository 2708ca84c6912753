/// The attributes of a member that administrators set.
struct MemberFacts: Sendable, Hashable {
    let name: String
    /// Nil for a person who is named on projects and cannot sign in.
    let username: Username?
    let roles: Set<Role>
    /// Id of the rulebook's department that a manager leads, or a technician works in.
    var department: String? = nil
}

/// Why a change of staff is rejected.
enum MemberProblem: Error, Hashable {
    case usernameTaken
    /// No administrator would be left who can sign in.
    case lastAdministrator
}
