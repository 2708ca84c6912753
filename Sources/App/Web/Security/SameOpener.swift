import Hummingbird

/// Refuses a form that was opened by one person and is sent after another signed in at the same browser: it would be
/// stored under the wrong name (UX-10). What was typed comes back to its writer, once they sign in, and is shown to
/// nobody else.
struct SameOpener: RouterMiddleware {
    typealias Context = MemberContext

    /// The hidden field that says who opened the form.
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

    /// Uploads are read by their handlers, which ask here themselves.
    /// - Throws: `Refusal.forbidden`.
    static func demand(_ fields: [String: [String]], _ context: MemberContext) throws {
        guard let opener = fields[field]?.first, opener != String(context.member.id) else { return }
        throw refusal
    }

    static let refusal = Refusal.forbidden("other-opener")

    /// How much may be typed into one field is for the handlers to say.
    private static let limits: FormLimits = {
        var limits = FormLimits()
        limits.valueBytes = limits.urlEncodedBytes
        return limits
    }()
}
