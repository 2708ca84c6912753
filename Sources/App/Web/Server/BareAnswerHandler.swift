import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// What somebody is told whose request cannot even be read, in each language, as nothing is known of them.
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

    /// The sentences of the error page for what is malformed.
    static func text(_ words: [Words]) -> String {
        words.map { $0("error-page.malformed.title") + "\n" + $0("error-page.malformed.message") + "\n" }
            .joined(separator: "\n")
    }
}

/// Gives the framework's own answer to a request that it cannot read, which is empty, the headers and words of ours: no answer
/// leaves without them.
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

    /// All of ours have passed the front door, which gives each of them this header.
    private func isBare(_ head: HTTPResponse) -> Bool {
        head.status == .badRequest && head.headerFields[.contentLength] == "0"
            && head.headerFields[.contentSecurityPolicy] == nil
    }
}
