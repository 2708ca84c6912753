extension Permissions {
    /// The marks of the table of roles: may, and may not.
    static let (x, o) = (true, false)

    /// One line of the table of roles (ACC-1): what a person may do by what they are employed as, whatever it is done to.
    ///
    /// Every line has a mark for every role, so that the compiler asks about each of them when a role is added.
    static func byRole(
        _ member: Member, _ administrator: Bool, _ agent: Bool, _ technician: Bool, _ manager: Bool, _ executive: Bool,
        _ finance: Bool
    ) -> Bool {
        member.roles.contains { role in
            switch role {
            case .administrator: administrator
            case .agent: agent
            case .technician: technician
            case .manager: manager
            case .executive: executive
            case .finance: finance
            }
        }
    }
}
