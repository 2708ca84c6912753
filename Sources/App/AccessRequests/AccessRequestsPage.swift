import Forms
import Foundation

/// The requests that somebody sees: administrators all, others their own.
struct AccessRequestsPage: Page {
    static let template = "access-requests/index"
    let values: PageValues

    init(_ requests: [AccessRequest], page: Int, member: Member, today: Day, words: Words) {
        let shown = requests.prefix(50)
        let isAdministrator = member.has(.administrator)
        values = [
            "rows": .list(shown.map { AccessRequestRow.values($0, words: words, today: today) }),
            "isEmpty": .flag(shown.isEmpty), "isAdministrator": .flag(isAdministrator),
            "title": .text(words("access.empty-title")),
            "text": .text(words(isAdministrator ? "access.empty-text-administrator" : "access.empty-text")),
            "actionHref": page > 1
                ? .text(Paths.accessRequests)
                : Permissions.may(member, .seeFollowUps) && !isAdministrator ? .text(Paths.followUps) : .none,
            "actionLabel": .text(words(page > 1 ? "pagination.first" : "access.to-follow-ups")),
            "summary": .text(words("pagination.page", ["page": String(page)])),
            "previousHref": page > 1 ? .text(Paths.with(Paths.accessRequests, [("page", String(page - 1))])) : .none,
            "nextHref": requests.count > 50
                ? .text(Paths.with(Paths.accessRequests, [("page", String(page + 1))])) : .none,
        ]
    }
}
