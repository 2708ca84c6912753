import Forms
import Foundation

/// Filter of the staff list (UX-7).
enum StaffFilter {
    /// Part of the name or username.
    static let words = Field.text("q", maximum: 60, label: .key("staff.search-label"))
    static let state = Field.choice(
        "state", [.any("staff.filter.all")] + Choice.each(State.self, "staff.filter."),
        label: .key("staff.state-column"))
    static let form = Form("staff-filter", [words, state])

    enum State: String, Sendable, CaseIterable {
        case active, locked
        case withoutUsername = "without-username"

        func includes(_ member: Member) -> Bool {
            switch self {
            case .active: !member.isLocked && member.username != nil
            case .locked: member.isLocked
            case .withoutUsername: !member.isLocked && member.username == nil
            }
        }
    }

    /// The members that match the filter, in the order of the list.
    static func choose(_ query: ListQuery, from members: [Member]) -> [Member] {
        let state: State? = query.choice(state)
        return matching(query, among: members).filter { state?.includes($0) ?? true }.sorted(by: precedes)
    }

    /// The members whose name or username contains the search text, in any state.
    static func matching(_ query: ListQuery, among members: [Member]) -> [Member] {
        guard let words = query[words] else { return members }
        return members.filter { member in
            [member.name, member.username ?? ""].contains { $0.localizedCaseInsensitiveContains(words) }
        }
    }

    /// Active members first, then by name in Chinese collation.
    private static func precedes(_ one: Member, _ other: Member) -> Bool {
        if one.isLocked != other.isLocked { return !one.isLocked }
        switch one.name.compare(other.name, locale: Locale(identifier: "zh-Hans")) {
        case .orderedAscending: return true
        case .orderedDescending: return false
        case .orderedSame: return one.id < other.id
        }
    }
}
