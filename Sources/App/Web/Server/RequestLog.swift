import HTTPTypes
import Hummingbird
import Logging

/// The access log entry of one request: nothing that a person typed, and the route's pattern instead of the path, which
/// may hold a token.
struct RequestLog: Sendable, Hashable {
    let method: String
    /// The route's pattern, such as `/customers/{id}`; `none` when no route matched.
    let route: String
    let status: Int
    let milliseconds: Int
    /// Bytes of the answer's body; nil when streamed.
    let bytes: Int?
    let requestID: String

    static let message: Logger.Message = "request"

    init(request: Request, response: Response, context: some RequestContext, took duration: Duration) {
        method = Self.known.first { $0 == request.method }?.rawValue ?? "other"
        route = context.endpointPath ?? "none"
        status = response.status.code
        let parts = duration.components
        milliseconds = Int(parts.seconds &* 1_000 &+ parts.attoseconds / 1_000_000_000_000_000)
        bytes = response.body.contentLength
        requestID = context.logger[metadataKey: "hb.request.id"]?.description ?? ""
    }

    var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = [
            "method": .string(method), "route": .string(route), "status": .stringConvertible(status),
            "milliseconds": .stringConvertible(milliseconds), "request": .string(requestID),
        ]
        if let bytes { metadata["bytes"] = .stringConvertible(bytes) }
        return metadata
    }

    private static let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
}
