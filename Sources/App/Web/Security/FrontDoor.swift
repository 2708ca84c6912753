import Foundation
import Forms
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Outermost middleware: every request passes it, every answer gets its headers, every error its page.
struct FrontDoor: RouterMiddleware {
    typealias Context = AppContext

    let now: @Sendable () -> Date
    let headers: SecurityHeaders
    let visitors: TrustedProxies
    let crossOrigin: CrossOriginCheck
    let cookies: CookieScope
    let sessionCookie: String
    let assets: Assets
    let errors: ErrorAnswers
    let meter: RequestMeter

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let context = prepared(context, for: request)
        var response: Response
        do {
            response = try await answer(request, context, next)
        } catch {
            response = await errors.answer(error, to: Self.withoutBody(request), context)
        }
        headers.apply(to: &response.headers)
        cookies.secure(&response.headers)
        if request.method == .head { response.body = ResponseBody() }
        let line = RequestLog(
            request: request, response: response, context: context, took: ContinuousClock.now - start)
        meter.note(status: line.status, milliseconds: line.milliseconds)
        context.logger.info(RequestLog.message, metadata: line.metadata)
        return response
    }

    /// A body that was read or broke cannot be read again: the framework traps on it.
    private static func withoutBody(_ request: Request) -> Request {
        var request = request
        request.body = RequestBody(buffer: ByteBuffer())
        return request
    }

    private func answer(
        _ request: Request, _ context: AppContext, _ next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        if let file = assets.response(to: request) { return file }
        let hasSession = context.cookies[sessionCookie] != nil
        guard crossOrigin.allows(request.head, hasSessionCookie: hasSession) else { throw Refusal.foreignOrigin }
        return try await next(request, context)
    }

    private func prepared(_ context: AppContext, for request: Request) -> AppContext {
        var context = context
        context.now = Moment.stored(now())
        context.address = visitors.visitor(peer: context.peer, request.headers)
        context.cookies = RequestCookies.parse(request.headers)
        context.language = PreferredLanguage.of(
            request.headers, chosen: context.cookies[cookies.name(PreferredLanguage.cookie)])
        context.returnPath = Self.returnPath(request)
        context.notice = Notice.key(context.cookies[cookies.name(Notice.cookie)])
        return context
    }

    /// The page to return to: of a GET its own address; of a POST the page with the form, since the POST's address
    /// cannot be opened.
    private static func returnPath(_ request: Request) -> String {
        let isFetched = request.method == .get || request.method == .head
        guard let path = isFetched ? request.head.path : formerPath(request), path.utf8.count <= 500 else {
            return Paths.home
        }
        return path
    }

    /// The page of this site that a form was sent from, by `Referer`.
    private static func formerPath(_ request: Request) -> String? {
        guard let referer = request.headers[.referer], let former = URLComponents(string: referer),
            let host = former.host
        else { return nil }
        let authority = former.port.map { "\(host):\($0)" } ?? host
        guard authority == request.head.authority else { return nil }
        let query = former.percentEncodedQuery.map { "?" + $0 } ?? ""
        return LocalPath(former.percentEncodedPath + query)?.text
    }
}
