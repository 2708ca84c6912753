import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The body of an answer to a request that cannot be parsed, in every language, as no preference is known.
struct BareAnswer: Sendable {
    let headers: HTTPFields
    let body: ByteBuffer

    init(headers: SecurityHeaders, text: String) {
        body = ByteBuffer(string: text)
        var fields: HTTPFields = [
            .contentType: "text/plain; charset=utf-8", .contentLength: String(body.readableBytes),
            .connection: "close",
        ]
        headers.apply(to: &fields)
        self.headers = fields
    }

    /// The sentences of the error page for malformed requests.
    static func text(_ words: [Words]) -> String {
        words.map { $0("error-page.malformed.title") + "\n" + $0("error-page.malformed.message") + "\n" }
            .joined(separator: "\n")
    }
}

/// Adds our headers and text to the framework's empty answer to a request that it cannot parse: no answer leaves
/// without them.
final class BareAnswerHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let answer: BareAnswer

    init(_ answer: BareAnswer) { self.answer = answer }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), isBare(head) else {
            return context.write(data, promise: promise)
        }
        head.headerFields = answer.headers
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        context.write(wrapOutboundOut(.body(answer.body)), promise: nil)
    }

    /// Our own answers have passed `FrontDoor`, which sets this header.
    private func isBare(_ head: HTTPResponse) -> Bool {
        head.status == .badRequest && head.headerFields[.contentLength] == "0"
            && head.headerFields[.contentSecurityPolicy] == nil
    }
}
