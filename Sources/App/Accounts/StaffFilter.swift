import Foundation

/// Which of the staff a list shows, as its address says.
struct StaffFilter: Sendable, Hashable {
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

    static let pageSize = 50

    let search: String
    let state: State?
    /// From 1 on.
    let page: Int

    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String]) {
        search = String((query["q"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).prefix(60))
        state = query["state"].flatMap(State.init)
        page = min(max(query["page"].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), 10_000)
    }

    func includes(_ member: Member) -> Bool { matches(member) && state?.includes(member) ?? true }

    /// Whether the searched text is part of the name or the username.
    func matches(_ member: Member) -> Bool {
        search.isEmpty || member.name.localizedCaseInsensitiveContains(search)
            || (member.username ?? "").localizedCaseInsensitiveContains(search)
    }

    func path(state: State?, page: Int = 1) -> String {
        let number = page > 1 ? String(page) : ""
        return Paths.with(Paths.staff, [("q", search), ("state", state?.rawValue ?? ""), ("page", number)])
    }
}
