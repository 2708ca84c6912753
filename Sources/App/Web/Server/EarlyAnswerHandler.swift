import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lingering close: ends a connection whose answer came before its request was read to the end, or says `Connection:
/// close`; the server itself would go on reading the body, however long.
///
/// The sending side is closed first, and what still arrives is discarded for a while: if it were closed at once, the
/// client's system would often discard the answer unread.
final class EarlyAnswerHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let patience: TimeAmount
    private var requestsRead = 0
    private var answersBegun = 0
    private var closesAfterAnswer = false
    private var isClosing = false

    /// - Parameter patience: how long the client has to take the answer and close its side.
    init(patience: TimeAmount) { self.patience = patience }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isClosing { return }
        switch unwrapInboundIn(data) {
        case .head, .body: break
        case .end: requestsRead += 1
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        // No later handler asks for more, so this one does.
        if isClosing { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event)
        if isClosing, event as? ChannelEvent == .inputClosed { context.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            guard head.status.kind != .informational else { break }
            answersBegun += 1
            let isEarly = requestsRead < answersBegun
            if isEarly { head.headerFields[.connection] = "close" }
            closesAfterAnswer = head.headerFields[.connection]?.lowercased() == "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
            return
        case .body:
            break
        case .end:
            guard closesAfterAnswer, !isClosing else { break }
            isClosing = true
            context.writeAndFlush(data, promise: promise)
            beginClosing(context)
            return
        }
        context.write(data, promise: promise)
    }

    private func beginClosing(_ context: ChannelHandlerContext) {
        let channel = context.channel
        let timer = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in timer.cancel() }
        context.close(mode: .output, promise: nil)
        context.read()
    }
}
