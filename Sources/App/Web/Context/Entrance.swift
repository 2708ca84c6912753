import Hummingbird

/// Authorisation middleware: lets only members with a permission into a group of routes (ACC-1).
struct Entrance: RouterMiddleware {
    typealias Context = MemberContext

    let action: Action

    func handle(
        _ request: Request, context: MemberContext, next: (Request, MemberContext) async throws -> Response
    ) async throws -> Response {
        guard Permissions.may(context.member, action) else { throw Refusal.forbidden("role") }
        return try await next(request, context)
    }
}

extension RouterMethods where Context == MemberContext {
    /// A group of routes that need this permission.
    func entering(_ action: Action) -> RouterGroup<MemberContext> {
        group().add(middleware: Entrance(action: action))
    }
}
