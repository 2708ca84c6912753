import Forms

extension [Member] {
    /// The options of a field for staff, by name: those who can be chosen anew, and those who were chosen already.
    func choices(keeping chosen: Set<Member.ID> = [], where fits: (Member) -> Bool = { _ in true }) -> [Choice] {
        filter { chosen.contains($0.id) || (!$0.isLocked && fits($0)) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            .map { Choice(value: String($0.id), label: .name($0.name)) }
    }
}
