import Forms

extension [Member] {
    /// Options of a staff field, by name: members who fit, and those already chosen.
    func choices(keeping chosen: Set<Member.ID> = [], where fits: (Member) -> Bool = { _ in true }) -> [Choice] {
        filter { chosen.contains($0.id) || (!$0.isLocked && fits($0)) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            .map(Choice.init(_:))
    }
}

extension Choice {
    init(_ member: Member) { self.init(value: String(member.id), label: .name(member.name)) }
}
