import Forms
import Foundation
import Markup

/// The layout of every page: navigation, languages, signed-in member, alerts for administrators (ACC-6).
struct LayoutSource: Sendable {
    let companyName: String
    /// The hotline for customers, from the current rulebook.
    let hotline: @Sendable () -> PhoneNumber?
    let assets: Assets
    let menu: @Sendable (Member) async throws -> [MenuEntry]
    /// Whether something needs an administrator's attention.
    let needsSeeingTo: @Sendable () async -> Bool

    func values(for context: some PageContext, words: Words) async throws -> PageValues {
        let member = context.signedIn?.member
        let menu = if let member { try await menu(member) } else { [MenuEntry]() }
        return [
            "lang": .text(words.language.rawValue),
            "appName": .text(words("layout.app-name")),
            "companyName": .text(companyName),
            "hotline": hotline().map {
                .page(["number": .text($0.canonical), "href": .text("tel:" + $0.dialled)])
            } ?? .none,
            "css": .text(assets.path(of: "app.css")),
            "serviceCss": .text(assets.path(of: "service.css")),
            "script": .text(assets.path(of: "app.js")),
            "feedbackCss": .text(assets.path(of: "opinion.css")),
            "signatureScript": .text(assets.path(of: "signature.js")),
            "icon": .text(assets.path(of: "favicon.svg")),
            "signedIn": .flag(member != nil),
            "homeHref": .text(Paths.home),
            "nav": .list(menu.map { $0.values(at: context.returnPath, words) }),
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
}

/// One entry of the menu.
struct MenuEntry: Sendable {
    /// Catalogue key of its words.
    let key: String
    let href: String
    /// Badge count: how many items are waiting.
    var count = 0

    fileprivate func values(at path: String, _ words: Words) -> PageValues {
        [
            "label": .text(words(key)), "href": .text(href),
            "current": .flag(path == href || path.hasPrefix(href + "/") || path.hasPrefix(href + "?")),
            "count": count > 0 ? .number(count) : .none,
        ]
    }
}
