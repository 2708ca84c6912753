import Forms
import Foundation

/// What stands around every page: navigation, languages, who is signed in, what waits for an administrator (ACC-6).
struct LayoutSource: Sendable {
    let companyName: String
    /// The number that the rulebook in force tells customers to call.
    let hotline: @Sendable () -> PhoneNumber?
    let assets: Assets
    let pendingRequests: @Sendable () async throws -> Int
    /// Whether something is wrong that administrators have to see to.
    let needsSeeingTo: @Sendable () async -> Bool

    func values(for context: some PageContext, words: Words) async throws -> PageValues {
        let member = context.signedIn?.member
        let pending =
            if let member, Permissions.may(member, .manageStaff) { try await pendingRequests() } else { 0 }
        return [
            "lang": .text(words.language.rawValue),
            "appName": .text(words("layout.app-name")),
            "companyName": .text(companyName),
            "hotline": hotline().map {
                .page(["number": .text($0.canonical), "href": .text("tel:" + $0.searchDigits)])
            } ?? .none,
            "css": .text(assets.path(of: "app.css")),
            "serviceCss": .text(assets.path(of: "service.css")),
            "script": .text(assets.path(of: "app.js")),
            "feedbackCss": .text(assets.path(of: "opinion.css")),
            "signatureScript": .text(assets.path(of: "signature.js")),
            "icon": .text(assets.path(of: "favicon.svg")),
            "signedIn": .flag(member != nil),
            "nav": .list(member.map { navigation(for: $0, at: context.returnPath, pending: pending, words) } ?? []),
            "conditionHref": await leadsToCondition(member, at: context.returnPath) ? .text(Paths.condition) : .none,
            "memberName": .optional(member?.name), "memberID": .optional(member?.id),
            "receiptsHref": .text(Paths.receipts),
            "sessionsHref": .text(Paths.sessions),
            "signOutAction": .text(Paths.signOut),
            "languageAction": .text(Paths.language),
            "returnPath": .text(context.returnPath),
            "languages": .list(
                Language.allCases.map {
                    [
                        "label": .text(words("language.\($0.rawValue)")), "value": .text($0.rawValue),
                        "current": .flag($0 == words.language),
                    ]
                }),
            "flash": context.notice.map {
                .page(["kind": "done", "message": .text(words($0))])
            } ?? .none,
        ]
    }

    private func leadsToCondition(_ member: Member?, at path: String) async -> Bool {
        guard let member, Permissions.may(member, .seeCondition), !path.hasPrefix(Paths.condition) else { return false }
        return await needsSeeingTo()
    }

    private func navigation(for member: Member, at path: String, pending: Int, _ words: Words) -> [PageValues] {
        let places: [(String, String, Action, Int)] = [
            ("nav.today", Paths.today, .seeToday, 0),
            ("nav.customers", Paths.customers, .seeCustomers, 0),
            ("nav.follow-ups", Paths.followUps, .seeFollowUps, 0),
            ("nav.issues", Paths.issues, .seeIssues, 0),
            ("nav.enquiries", Paths.enquiries, .handleEnquiries, 0),
            ("nav.feedback", Paths.feedbackRecords, .seeFeedback, 0),
            ("nav.work-orders", Paths.workOrders, .seeWorkOrders, 0),
            ("nav.fees", Paths.fees, .seeFees, 0),
            ("nav.access-requests", Paths.accessRequests, .seeAccessRequests, pending),
            ("nav.rulebook", Paths.rulebook, .seeRulebook, 0),
            ("nav.staff", Paths.staff, .seeStaff, 0),
            ("nav.audit", Paths.audit, .seeAudit, 0),
        ]
        return places.filter { Permissions.may(member, $0.2) }.map { key, href, _, count in
            [
                "label": .text(words(key)), "href": .text(href),
                "current": .flag(path == href || path.hasPrefix(href + "/") || path.hasPrefix(href + "?")),
                "count": count > 0 ? .number(count) : .none,
            ]
        }
    }
}
