import Forms
import Foundation
import Hummingbird

/// Signing in and out.
struct SignInController: Sendable {
    let signIn: SignIn
    let cookies: CookieScope
    let limits: SessionLimits
    let seal: PendingFormSeal
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let then = LocalPath(request.query["then"])
        guard context.signedIn == nil else { return .seeOther(then?.text ?? Paths.home) }
        return try await pages.show(SignInPage(then: then, words: pages.words(for: context)), to: context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let entered = try await request.entered()
        let bound = SignInForm.form.bind(entered.fields, today: pages.today(context))
        guard let username = bound[SignInForm.username], let password = bound[SignInForm.password] else {
            return try await showAgain(bound, entered, context)
        }
        let outcome = try await signIn.attempt(
            username: username, password: password, browser: BrowserName(userAgent: request.headers[.userAgent]),
            known: context.cookies[cookies.name(KnownBrowser.cookie)], replacing: context.signedIn?.sessionID,
            context.stamp)
        switch outcome {
        case .signedIn(let signedIn, let token): return try await welcome(signedIn, token, entered, context)
        case .wrong: return try await showAgain(bound.adding(Self.error("wrong")), entered, context)
        case .locked: return try await showAgain(bound.adding(Self.error("locked")), entered, context)
        case .ended: return try await showAgain(bound.adding(Self.error("ended")), entered, context)
        case .delayed(let seconds):
            let wait = pages.words(for: context).wait(seconds)
            let error = FieldError(field: "password", code: "delayed", arguments: ["wait": wait])
            return try await showLater(bound.adding(error), entered, context, seconds, .tooManyRequests)
        case .busy:
            return try await showLater(
                bound.adding(Self.error("busy")), entered, context, Self.busyFor, .serviceUnavailable)
        }
    }

    /// The sign-in page in answer to a form whose session had ended, with that form kept in it (UX-2).
    @Sendable func askAgain(_ request: Request, _ context: AppContext) async throws -> Response {
        try await ask(request, context, because: .ended, .unauthorized)
    }

    /// The sign-in page in answer to a form that another member opened, who alone gets its content back (UX-10).
    @Sendable func askOpener(_ request: Request, _ context: AppContext) async throws -> Response {
        try await ask(request, context, because: .otherOpener, .forbidden)
    }

    private func ask(
        _ request: Request, _ context: AppContext, because reason: SignInPage.Reason, _ status: HTTPResponse.Status
    ) async throws -> Response {
        let pending = PendingForm(path: request.head.path, fields: try await request.entered().fields)
        let page = SignInPage(pending: pending.map(seal.seal), because: reason, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }

    @Sendable func signOut(_ request: Request, _ context: AppContext) async throws -> Response {
        if let signedIn = context.signedIn {
            try await signIn.sessions.end(signedIn.sessionID, of: signedIn.member.id, context.stamp)
        }
        var response = Response.seeOther(Paths.signIn, notice: "notice.signed-out")
        response.headers.add(cookies.removal(SessionCookie.name))
        return response
    }

    /// Seconds for `Retry-After` when the hashing queue is full.
    private static let busyFor: TimeInterval = 5

    private func showLater(
        _ bound: BoundForm, _ entered: SubmittedForm, _ context: AppContext, _ seconds: TimeInterval,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        try await showAgain(bound, entered, context, status: status).retryable(after: seconds)
    }

    private static func error(_ code: String) -> FieldError { FieldError(field: "username", code: code) }

    private func showAgain(
        _ bound: BoundForm, _ entered: SubmittedForm, _ context: AppContext,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let page = SignInPage(
            bound, then: LocalPath(entered["then"]), pending: entered[PendingFormSeal.field],
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }

    private func welcome(
        _ signedIn: SignedIn, _ token: String, _ entered: SubmittedForm, _ context: AppContext
    ) async throws -> Response {
        let known = context.cookies[cookies.name(KnownBrowser.cookie)]
        let browser = try await signIn.remember(signedIn, known: known, context.stamp)
        var context = context
        context.signedIn = signedIn
        var response = try await next(entered[PendingFormSeal.field], LocalPath(entered["then"]), context)
        response.headers.add(cookies.cookie(SessionCookie.name, token, keptFor: Int(limits.absolute)))
        response.headers.add(cookies.cookie(KnownBrowser.cookie, browser, keptFor: KnownBrowser.remembered))
        return response
    }

    /// After the sign-in: a one-time password is replaced first, then comes the pending form, then the requested page.
    private func next(_ sealed: String?, _ then: LocalPath?, _ context: AppContext) async throws -> Response {
        let mustChange = context.signedIn?.member.mustChangePassword ?? false
        guard let sealed, let pending = seal.open(sealed) else {
            return .seeOther(mustChange ? Paths.password : then?.text ?? Paths.home)
        }
        guard pending.opener == nil || pending.opener == context.signedIn?.member.id else {
            let page = SignInPage(pending: sealed, because: .otherOpener, words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .forbidden)
        }
        guard mustChange else { return try await pages.show(GoOnPage(pending), to: context) }
        let page = PasswordPage(mustChange: true, pending: sealed, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
