import Hummingbird

/// The cookie that holds the token of a session.
enum SessionCookie {
    /// The base of its name; `CookieScope` adds `__Host-` over https.
    static let name = "session"
}

/// Finds out who is signed in, with one read for each request.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let sessions: SessionStore
    let cookies: CookieScope

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard let token = context.cookies[cookies.name(SessionCookie.name)] else {
            return try await next(request, context)
        }
        var context = context
        context.signedIn = try await sessions.find(token: token, at: context.now)
        return try await next(request, context)
    }
}

/// Leads members with a one-time password to the page where they choose their own, whatever they ask for (ACC-10).
struct MustChangePassword: RouterMiddleware {
    typealias Context = MemberContext

    func handle(
        _ request: Request, context: MemberContext, next: (Request, MemberContext) async throws -> Response
    ) async throws -> Response {
        guard context.member.mustChangePassword, request.uri.path != Paths.password else {
            return try await next(request, context)
        }
        return .seeOther(Paths.password)
    }
}
