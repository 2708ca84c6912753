import Forms
import Foundation
import Markup

/// The list of access requests: administrators see all, others their own.
struct AccessRequestsPage: Page {
    static let template = "access-requests/index"
    let values: PageValues

    init(_ list: ListSlice<AccessRequest>, _ query: ListQuery, member: Member, today: Day, words: Words) {
        let isAdministrator = member.has(.administrator)
        let isFirst = list.part.page == 1
        let own: PageValues = [
            "rows": .list(list.rows.map { AccessRequestRow.values($0, words: words, today: today) }),
            "isEmpty": .flag(list.rows.isEmpty), "isAdministrator": .flag(isAdministrator),
            "title": .text(words("access.empty-title")),
            "text": .text(words(isAdministrator ? "access.empty-text-administrator" : "access.empty-text")),
            "actionHref": !isFirst
                ? .text(query.path)
                : Permissions.may(member, .seeFollowUps) && !isAdministrator ? .text(Paths.followUps) : .none,
            "actionLabel": .text(words(isFirst ? "access.to-follow-ups" : "pagination.first")),
        ]
        let summary = words("pagination.page", ["page": String(list.part.page)])
        values = own.merging(query.pagination(list, summary: summary, words)) { own, _ in own }
    }
}
