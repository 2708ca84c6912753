import Hummingbird

/// Stands before a group of routes and lets in only whom the permissions allow (ACC-1).
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
    /// A group of routes for those who may do this.
    func entering(_ action: Action) -> RouterGroup<MemberContext> {
        group().add(middleware: Entrance(action: action))
    }
}
