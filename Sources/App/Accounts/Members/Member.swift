import Foundation

/// One of the company's staff; without a username a person who is known on projects and does not sign in.
struct Member: Sendable, Identifiable, Hashable {
    let id: ID<Member>
    let username: String?
    let name: String
    let roles: Set<Role>
    let isLocked: Bool
    let mustChangePassword: Bool
    /// The id of the rulebook's department that a manager answers for, or a technician works in.
    let department: String?
    let version: Int

    func has(_ role: Role) -> Bool { roles.contains(role) }
    /// Whether calls can be on this member's list.
    var canCall: Bool { has(.agent) && !isLocked }
}

/// What a member is employed as; one person may hold several (ACC-1).
public enum Role: String, Sendable, CaseIterable, Codable {
    case administrator, agent, technician, manager, executive, finance
}

/// A member who is signed in, with the session that says so.
struct SignedIn: Sendable {
    let member: Member
    let sessionID: Session.ID
    /// When the session was last noted to be in use.
    let seenAt: Date
}
