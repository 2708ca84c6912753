import Foundation

/// The list of the staff: who they are, what they may, whether they can sign in.
struct StaffPage: Page {
    static let template = "accounts/members/index"
    let values: PageValues

    init(_ members: [Member], _ filter: StaffFilter, words: Words) {
        let found = filter.choose(from: members)
        let first = (filter.page - 1) * StaffFilter.pageSize
        let shown = Array(found.dropFirst(first).prefix(StaffFilter.pageSize))
        values = [
            "newHref": .text(Paths.newMember), "fileHref": .text(filter.filePath), "searchAction": .text(Paths.staff),
            "q": .text(filter.search),
            "state": .optional(filter.state?.rawValue),
            "filters": .list(Self.filters(members, filter, words)),
            "rows": .list(shown.map { Self.row($0, words) }),
            "empty": shown.isEmpty ? .page(Self.empty(words)) : .none,
            "isPaged": .flag(shown.count < found.count),
            "summary": .text(Self.summary(first: first, shown: shown.count, of: found.count, words)),
            "previousHref": filter.page > 1 ? .text(filter.path(state: filter.state, page: filter.page - 1)) : .none,
            "nextHref": first + shown.count < found.count && !shown.isEmpty
                ? .text(filter.path(state: filter.state, page: filter.page + 1)) : .none,
        ]
    }

    private static func summary(first: Int, shown: Int, of count: Int, _ words: Words) -> String {
        guard shown > 0, shown < count else { return words("staff.count", ["count": String(count)]) }
        return words(
            "staff.count-shown",
            ["first": String(first + 1), "last": String(first + shown), "count": String(count)])
    }

    private static func filters(_ members: [Member], _ filter: StaffFilter, _ words: Words) -> [PageValues] {
        let matching = members.filter(filter.matches)
        return ([nil] + StaffFilter.State.allCases.map { Optional($0) }).map { state in
            [
                "label": .text(words("staff.filter.\(state?.rawValue ?? "all")")),
                "href": .text(filter.path(state: state)), "current": .flag(filter.state == state),
                "count": .number(matching.count { state?.includes($0) ?? true }),
            ]
        }
    }

    private static func row(_ member: Member, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.member(member.id)), "name": .text(member.name),
            "username": .optional(member.username), "roles": .text(words.roles(member.roles)),
            "badge": member.badge(words),
        ]
    }

    private static func empty(_ words: Words) -> PageValues {
        [
            "title": .text(words("staff.empty-title")), "text": .text(words("staff.empty-text")),
            "actionHref": .text(Paths.staff), "actionLabel": .text(words("staff.show-all")),
        ]
    }
}

extension Member {
    /// Whether and how the member can sign in.
    func badge(_ words: Words) -> PageValue { .badge(standing.look, stateLabel(words)) }

    func stateLabel(_ words: Words) -> String { words("staff.state.\(standing.code)") }

    private var standing: (look: BadgeLook, code: String) {
        if isLocked {
            (.stopped, "locked")
        } else if username == nil {
            (.inactive, "without-username")
        } else if mustChangePassword {
            (.attention, "one-time-password")
        } else {
            (.done, "active")
        }
    }
}
