import Hummingbird

/// The session cookie.
enum SessionCookie {
    /// Base name; `CookieScope` adds `__Host-` over HTTPS.
    static let name = "session"
}

/// Authentication: finds the signed-in member, with one read per request.
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

/// Redirects members with a one-time password to the page where they choose their own, whatever they request (ACC-10).
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
