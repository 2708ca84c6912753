import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Error middleware: turns whatever a handler throws into a page in the reader's language, never a bare status.
struct ErrorAnswers: Sendable {
    let pages: PageResponder
    /// Shows the sign-in page when a form's session has ended, keeping what was typed (UX-2).
    let signInAgain: @Sendable (Request, AppContext) async throws -> Response
    /// Shows it when another member opened the form, with its content sealed (UX-10).
    let askOpener: @Sendable (Request, AppContext) async throws -> Response
    /// Records a refused attempt in the audit trail (ACC-5).
    let noteRefusal: @Sendable (Stamp, _ route: String) async throws -> Void
    let storageHealth: StorageHealth

    func answer(_ error: any Error, to request: Request, _ context: AppContext) async -> Response {
        let refusal = refusal(error)
        do {
            return try await page(for: refusal, request, context)
        } catch {
            context.logger.error("error page failed", metadata: ["type": "\(type(of: error))"])
        }
        do {
            // A member's layout queries the database, which may be what fails.
            var stranger = context
            stranger.signedIn = nil
            return try await page(for: refusal, request, stranger)
        } catch {
            context.logger.error("error page failed", metadata: ["type": "\(type(of: error))"])
            return Response(
                status: .internalServerError, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "500")))
        }

        func refusal(_ error: any Error) -> Refusal? {
            switch error {
            case let refusal as Refusal: return refusal
            case is StaleVersion: return .conflict("stale")
            case let http as HTTPError where http.status == .notFound: return .notFound
            case let http as HTTPError where http.status.kind == .clientError: return .malformed
            case let error where StorageTrouble(error) != nil:
                return StorageTrouble(error).map { tell($0, context) }
            default:
                context.logger.error("request failed", metadata: ["type": "\(type(of: error))"])
                return nil
            }
        }
    }

    private func page(for refusal: Refusal?, _ request: Request, _ context: AppContext) async throws -> Response {
        let words = pages.words(for: context)
        guard let refusal else {
            let reference = context.logger[metadataKey: "hb.request.id"].map { "\($0)" }
            return try await pages.show(
                ErrorPage("broken", reference: reference, words: words), to: context, status: .internalServerError)
        }
        if refusal == .signInRequired { return try await signInRequired(request, context) }
        try await note(refusal, context)
        if refusal == SameOpener.refusal, case .urlEncoded? = try? FormType(request.headers) {
            return try await askOpener(request, context)
        }
        let typed = await TypedTexts(of: request).texts
        let page = ErrorPage(
            refusal.code, title: refusal.title(words), message: refusal.message(words),
            reference: reference(refusal, context), typed: typed,
            again: await again(refusal, request), words: words)
        var response = try await pages.show(page, to: context, status: refusal.status)
        if refusal.endsConnection { response.headers[.connection] = "close" }
        return refusal.retryAfter.map { response.retryable(after: TimeInterval($0)) } ?? response
    }

    /// Logs a storage failure for the operator: its kind, the system's code, the request; no value.
    private func tell(_ trouble: StorageTrouble, _ context: AppContext) -> Refusal {
        storageHealth.note(trouble, reference: context.logger[metadataKey: "hb.request.id"].map { "\($0)" })
        context.logger.error(
            "storage", metadata: ["trouble": .string(trouble.name), "detail": .string(trouble.detail)])
        return .storage(trouble)
    }

    private func reference(_ refusal: Refusal, _ context: AppContext) -> String? {
        guard case .storage = refusal else { return nil }
        return context.logger[metadataKey: "hb.request.id"].map { "\($0)" }
    }

    /// After a storage failure the form can be sent again from the error page; uploads cannot, as their body can be
    /// read only once.
    private func again(_ refusal: Refusal, _ request: Request) async -> PendingForm? {
        guard refusal.retryAfter != nil, request.method == .post,
            case .urlEncoded? = try? FormType(request.headers), let entered = try? await request.entered()
        else { return nil }
        return PendingForm(path: request.head.path, fields: entered.fields)
    }

    /// The record door audits its own refusals.
    private func note(_ refusal: Refusal, _ context: AppContext) async throws {
        guard case .forbidden(let reason) = refusal, reason != "record", context.signedIn != nil else { return }
        try await noteRefusal(context.stamp, context.endpointPath ?? "")
    }

    private func signInRequired(_ request: Request, _ context: AppContext) async throws -> Response {
        guard request.method == .post else {
            return .seeOther(Paths.with(Paths.signIn, [("then", context.returnPath)]))
        }
        do {
            return try await signInAgain(request, context)
        } catch let unreadable as Refusal where unreadable != .signInRequired {
            return try await page(for: unreadable, request, context)
        }
    }
}

/// Error pages with a member's navigation; `FrontDoor` shows those of all others.
struct ErrorPages: RouterMiddleware {
    typealias Context = AppContext

    let errors: ErrorAnswers

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return await errors.answer(error, to: request, context)
        }
    }
}

extension Refusal {
    /// After these the rest of the body is not read, so the connection cannot be reused.
    fileprivate var endsConnection: Bool {
        switch self {
        case .malformed, .tooLarge, .tooSlow, .unsupportedType: true
        case .notFound, .forbidden, .signInRequired, .foreignOrigin, .tooMany, .conflict, .storage: false
        }
    }

    /// Seconds for `Retry-After`; nil where waiting does not help.
    fileprivate var retryAfter: Int? {
        switch self {
        case .storage(.full), .storage(.failing), .storage(.gone), .storage(.corrupt): 30
        case .storage(.locked): 5
        case .tooMany: 60
        case .notFound, .forbidden, .signInRequired, .malformed, .tooLarge, .tooSlow, .unsupportedType, .foreignOrigin,
            .conflict, .storage(.damaged):
            nil
        }
    }
}
