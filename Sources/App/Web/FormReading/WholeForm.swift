import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Waits for the last byte of a posted form before anything is decided about it: who is signed in, what they may, and
/// what time it is are asked afterwards (ACC-11).
///
/// The form can then be read more than once, so that whatever goes wrong later, what was typed is still there. Uploads
/// are too large for that; they are proven inside the transaction that stores them.
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
