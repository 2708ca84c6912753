import Foundation
import Hummingbird

/// One's own sessions, and ending them.
struct SessionsController: Sendable {
    let sessions: SessionStore
    let cookies: CookieScope
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let own = try await sessions.own(context.member.id, at: context.now)
        let page = SessionsPage(own, current: context.sessionID, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func end(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Session.ID = try context.id()
        try await sessions.end(id, of: context.member.id, context.stamp)
        guard id == context.sessionID else { return .seeOther(Paths.sessions, notice: "notice.session-ended") }
        return signedOut("notice.signed-out")
    }

    @Sendable func endAll(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await sessions.endAll(of: context.member.id, context.stamp)
        return signedOut("notice.signed-out-everywhere")
    }

    private func signedOut(_ notice: String) -> Response {
        var response = Response.seeOther(Paths.signIn, notice: notice)
        response.headers.add(cookies.removal(SessionCookie.name))
        return response
    }
}
