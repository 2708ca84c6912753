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

    /// Everybody whom the filter includes, in the order of the list.
    func choose(from members: [Member]) -> [Member] {
        members.filter(includes).sorted { Self.precedes($0, $1) }
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

    /// The whole list that is shown, as a file.
    var filePath: String { Paths.with(Paths.staffFile, [("q", search), ("state", state?.rawValue ?? "")]) }

    /// Those who work here first, then by name as a Chinese dictionary orders it.
    private static func precedes(_ one: Member, _ other: Member) -> Bool {
        if one.isLocked != other.isLocked { return !one.isLocked }
        switch one.name.compare(other.name, locale: Locale(identifier: "zh-Hans")) {
        case .orderedAscending: return true
        case .orderedDescending: return false
        case .orderedSame: return one.id < other.id
        }
    }
}
