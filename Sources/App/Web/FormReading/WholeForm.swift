import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads a posted form to its last byte before anything is decided: session, permissions and time are checked
/// afterwards (ACC-11).
///
/// The form can then be read again, so that whatever goes wrong later, the typed text is still there. Uploads are too
/// large for that; they are checked again inside the transaction that stores them.
struct WholeForm: RouterMiddleware {
    typealias Context = AppContext

    let now: @Sendable () -> Date

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var (request, context) = (request, context)
        guard request.method == .post, case .urlEncoded? = try? FormType(request.headers) else {
            request.body = RequestBody(asyncSequence: OnceReadBody(request.body))
            return try await next(request, context)
        }
        request.body = RequestBody(buffer: try await Self.body(of: request))
        context.now = Moment.stored(now())
        return try await next(request, context)
    }

    private static func body(of request: Request) async throws -> ByteBuffer {
        do throws(FormProblem) {
            return ByteBuffer(bytes: try await FormReader().bytes(of: request))
        } catch {
            throw Refusal(error)
        }
    }
}
