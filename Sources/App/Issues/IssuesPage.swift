import Forms
import Foundation
import Markup
import Rulebooks

/// The list of issues, with filter, counts and pagination in its address (UX-7).
struct IssuesPage: Page {
    static let template = "issues/index"
    let values: PageValues

    init(
        _ list: ListSlice<CustomerIssue>, _ standings: IssueStandings, _ query: ListQuery, member: Member,
        words issue: IssueWords
    ) {
        let words = issue.words
        let isNarrowed = query.isNarrowed
        let filter = FilterValues(
            query: query, words: words,
            options: [
                "category": [.any("work-orders.any")] + issue.rulebook.issueCategoryChoices,
                "department": [.any("work-orders.any")] + issue.rulebook.departmentChoices(),
            ])
        let own: PageValues = [
            "filter": filter.filter,
            "rows": .list(list.rows.map { issue.row($0, standings) }), "isEmpty": .flag(list.rows.isEmpty),
            "title": .text(words("issues.empty-title")),
            "text": .text(words(isNarrowed ? "issues.empty-filtered" : "issues.empty-text")),
            "actionHref": isNarrowed ? .text(query.path) : .none, "actionLabel": .text(words("issues.show-all")),
            "newHref": Permissions.may(member, .raiseIssue) ? .text(Paths.newIssue) : .none,
            "boardHref": .text(Paths.issueBoard),
            "fileHref": Permissions.may(member, .exportIssues) ? .text(query.fileHref) : .none,
            "count": .text(
                words(list.isCounted ? "issues.count" : "issues.count-more", ["count": String(list.count)])),
        ]
        values = own.merging(query.pagination(list, words)) { own, _ in own }
    }
}
