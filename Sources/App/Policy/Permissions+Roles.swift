extension Permissions {
    /// Cells of the role table: may, may not.
    static let (x, o) = (true, false)

    /// One row of the role table (ACC-1): what roles allow, whatever the thing.
    ///
    /// Every row has a cell for every role, so the compiler asks about each of them when a role is added.
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
