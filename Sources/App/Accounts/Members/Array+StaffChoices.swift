import Forms

extension [Member] {
    /// The options of a field for staff, by name: those who can be chosen anew, and those who were chosen already.
    func choices(keeping chosen: Set<Member.ID> = [], where fits: (Member) -> Bool = { _ in true }) -> [Choice] {
        filter { chosen.contains($0.id) || (!$0.isLocked && fits($0)) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            .map(Choice.init(_:))
    }
}

extension Choice {
    init(_ member: Member) { self.init(value: String(member.id), label: .name(member.name)) }
}
