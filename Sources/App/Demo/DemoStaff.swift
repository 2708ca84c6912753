import Foundation

/// The demo staff: one account per role, and the people on the sites.
struct DemoStaff: Sendable {
    let agents: [Member.ID]
    let designers: [Member.ID]
    let inspectors: [Member.ID]
    let projectManagers: [Member.ID]
    let foremen: [Member.ID]
    let administrator: Member.ID
    let manager: Member.ID
    let technicians: [Member.ID]

    /// One account for each role, with its username.
    static let accounts: [(username: String, name: String, role: Role)] = [
        ("admin", "王敏", .administrator), ("agent", "李静", .agent), ("agent2", "陈晓燕", .agent),
        ("technician", "赵强", .technician), ("technician2", "孙志刚", .technician), ("manager", "刘建华", .manager),
        ("executive", "周国平", .executive),
        ("finance", "吴秀兰", .finance),
    ]

    /// - Parameter projects: large companies get more agents, so that each has a manageable day.
    static func make(
        _ db: Transaction, _ audit: AuditTrail, passwordHash: String, projects: Int, _ random: inout DemoRandom,
        _ stamp: Stamp
    ) throws -> DemoStaff {
        var byRole: [Role: [Member.ID]] = [:]
        for account in accounts {
            let facts = MemberFacts(
                name: account.name, username: Username(typed: account.username), roles: [account.role],
                department: department(of: account.role))
            let id = try MemberStore.insert(db, audit, facts, passwordHash, false, stamp)
            byRole[account.role, default: []].append(id)
        }
        func people(_ count: Int, _ role: Role?) throws -> [Member.ID] {
            try (0..<count).map { _ in
                let facts = MemberFacts(
                    name: DemoNames.person(&random), username: nil, roles: role.map { [$0] } ?? [])
                return try MemberStore.insert(db, audit, facts, nil, false, stamp)
            }
        }
        return DemoStaff(
            agents: (byRole[.agent] ?? []) + (try people(min(projects / 2000, 30), .agent)),
            designers: try people(6, nil), inspectors: try people(4, nil), projectManagers: try people(4, nil),
            foremen: try people(6, nil), administrator: byRole[.administrator]?.first ?? ID(1),
            manager: byRole[.manager]?.first ?? ID(1), technicians: byRole[.technician] ?? [])
    }

    /// The department of those who repair, and of their manager.
    private static func department(of role: Role) -> String? {
        switch role {
        case .technician, .manager: "maintenance"
        case .administrator, .agent, .executive, .finance: nil
        }
    }
}
