import Hummingbird

/// Refuses a form that one member opened and another, signed in later at the same browser, sends: it would be stored
/// under the wrong name (UX-10). The content returns to its author after they sign in, and is shown to nobody else.
struct SameOpener: RouterMiddleware {
    typealias Context = MemberContext

    /// Hidden field with the id of the member who opened the form.
    static let field = "opened-by"

    func handle(
        _ request: Request, context: MemberContext, next: (Request, MemberContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .post, case .urlEncoded? = try? FormType(request.headers),
            let fields = try? await FormReader(limits: Self.limits).read(request).fields
        {
            try Self.demand(fields, context)
        }
        return try await next(request, context)
    }

    /// Uploads are read by their handlers, which call this themselves.
    /// - Throws: `Refusal.forbidden`.
    static func demand(_ fields: [String: [String]], _ context: MemberContext) throws {
        guard let opener = fields[field]?.first, opener != String(context.member.id) else { return }
        throw refusal
    }

    static let refusal = Refusal.forbidden("other-opener")

    /// Lengths of single fields are left to the handlers.
    private static let limits: FormLimits = {
        var limits = FormLimits()
        limits.valueBytes = limits.urlEncodedBytes
        return limits
    }()
}
