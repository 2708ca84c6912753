import Foundation

/// A member of staff; without a username, a person who is named on projects and cannot sign in.
struct Member: Sendable, Identifiable, Hashable {
    let id: ID<Member>
    let username: String?
    let name: String
    let roles: Set<Role>
    let isLocked: Bool
    let mustChangePassword: Bool
    /// Id of the rulebook's department that a manager leads, or a technician works in.
    let department: String?
    let version: Int

    func has(_ role: Role) -> Bool { roles.contains(role) }
    /// Whether follow-ups can be assigned to this member.
    var canCall: Bool { has(.agent) && !isLocked }
}

/// Role; one member may have several (ACC-1).
public enum Role: String, Sendable, CaseIterable, Codable {
    case administrator, agent, technician, manager, executive, finance
}

/// A signed-in member with the session.
struct SignedIn: Sendable {
    let member: Member
    let sessionID: Session.ID
    /// When the session was last recorded as active.
    let seenAt: Date
}
