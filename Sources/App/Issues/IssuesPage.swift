import Forms
import Foundation
import Rulebooks

/// The list of issues with its filters as an address, counts and pages (UX-7).
struct IssuesPage: Page {
    static let template = "issues/index"
    let values: PageValues

    init(
        _ list: IssueList, _ standings: IssueStandings, _ filter: IssueFilter, member: Member, words issue: IssueWords
    ) {
        let words = issue.words
        let first = (filter.page - 1) * IssueFilter.pageSize + 1
        let isCounted = list.count <= IssueFilter.countLimit
        values = [
            "rows": .list(list.issues.map { issue.row($0, standings) }), "isEmpty": .flag(list.issues.isEmpty),
            "isFiltered": .flag(filter.isNarrowed),
            "text": .text(words(filter.isNarrowed ? "issues.empty-filtered" : "issues.empty-text")),
            "actionHref": .text(Paths.issues), "action": .text(Paths.issues),
            "newHref": Permissions.may(member, .raiseIssue) ? .text(Paths.newIssue) : .none,
            "boardHref": .text(Paths.issueBoard),
            "fileHref": Permissions.may(member, .exportIssues)
                ? .text(Paths.with(Paths.issuesFile, filter.items)) : .none,
            "count": .text(
                words(
                    isCounted ? "issues.count" : "issues.count-more",
                    ["count": String(min(list.count, IssueFilter.countLimit))])),
            "states": Self.options(
                [("open", words("issues.open"))] + IssueState.allCases.map { ($0.rawValue, issue.state($0)) },
                filter.standing.text, words),
            "departments": Self.options(
                issue.rulebook.departments.map { ($0.id, $0.title[words.language]) }, filter.department ?? "", words),
            "categories": Self.options(
                issue.rulebook.issues.categories.map { ($0.id, $0.title[words.language]) }, filter.category ?? "", words
            ),
            "isLate": .flag(filter.isLate), "isMine": .flag(filter.isMine),
            "complaintsOnly": .flag(filter.complaintsOnly), "importantOnly": .flag(filter.importantOnly),
            "summary": .text(
                words(
                    "pagination.shown",
                    ["first": String(first), "last": String(max(first, first + list.issues.count - 1))])),
            "previousHref": filter.page > 1 ? .text(filter.href(page: filter.page - 1)) : .none,
            "nextHref": list.count >= first + IssueFilter.pageSize
                ? .text(filter.href(page: filter.page + 1)) : .none,
        ]
    }

    /// The options of a filter, the first of them leaving it open.
    private static func options(_ values: [(String, String)], _ chosen: String, _ words: Words) -> PageValue {
        .list(
            ([("", words("work-orders.any"))] + values).map { value, label in
                ["value": .text(value), "label": .text(label), "checked": .flag(value == chosen)]
            })
    }
}
