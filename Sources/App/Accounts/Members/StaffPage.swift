import Markup

/// The staff list: name, roles, and whether they can sign in.
struct StaffPage: Page {
    static let template = "accounts/members/index"
    let values: PageValues

    init(_ members: [Member], _ query: ListQuery, words: Words) {
        let list = ListSlice(query.part, of: StaffFilter.choose(query, from: members))
        let own: PageValues = [
            "newHref": .text(Paths.newMember), "fileHref": .text(query.fileHref),
            "filter": FilterValues(query: query, words: words).search(
                StaffFilter.words, keeping: ["state"], submit: "staff.search"),
            "filters": .list(Self.filters(members, query, words)),
            "table": ListTable.values(Member.columns(words), list.rows, caption: words("staff.title"), words),
            "empty": list.rows.isEmpty ? .page(Self.empty(words)) : .none,
            "isPaged": .flag(list.rows.count < list.count),
        ]
        values = own.merging(query.pagination(list, summary: Self.summary(list, words), words)) { own, _ in own }
    }

    private static func summary(_ list: ListSlice<Member>, _ words: Words) -> String {
        let count = String(list.count)
        guard !list.rows.isEmpty, list.rows.count < list.count else { return words("staff.count", ["count": count]) }
        return words("staff.count-shown", Pagination.bounds(list).with("count", count))
    }

    private static func filters(_ members: [Member], _ query: ListQuery, _ words: Words) -> [PageValues] {
        let matching = StaffFilter.matching(query, among: members)
        let chosen: StaffFilter.State? = query.choice(StaffFilter.state)
        return ([nil] + StaffFilter.State.allCases.map { Optional($0) }).map { state in
            [
                "label": .text(words("staff.filter.\(state?.rawValue ?? "all")")),
                "href": .text(query.href(with: ["state": state?.rawValue ?? ""])), "current": .flag(chosen == state),
                "count": .number(matching.count { state?.includes($0) ?? true }),
            ]
        }
    }

    private static func empty(_ words: Words) -> PageValues {
        [
            "title": .text(words("staff.empty-title")), "text": .text(words("staff.empty-text")),
            "actionHref": .text(Paths.staff), "actionLabel": .text(words("staff.show-all")),
        ]
    }
}

extension Member {
    /// Badge of the account's state.
    func badge(_ words: Words) -> PageValue { .badge(stateLook, stateLabel(words)) }

    var stateLook: BadgeLook { standing.look }

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
