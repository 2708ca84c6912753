import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tracks one connection from request to answer: closes it when a request's head takes too long, reports when it is
/// idle, and cuts slow bodies while the server stops.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let connections: Connections
    private let limits: ServerLimits
    private var isReadingBody = false
    private var hasJustReadAll = false
    private var answersOwed = 0
    private var bodyBytes = 0
    private var headTimer: Scheduled<Void>?

    init(_ connections: Connections, _ limits: ServerLimits) {
        self.connections = connections
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        try? context.pipeline.syncOperations.addHandler(FirstByteHandler(self), position: .first)
        awaitHead(context.channel)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            headTimer?.cancel()
            headTimer = nil
            isReadingBody = true
            answersOwed += 1
            connections.began(context.channel)
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
        case .end:
            isReadingBody = false
            hasJustReadAll = true
        }
        context.fireChannelRead(data)
    }

    /// Called after bytes were parsed: unless a body is being read, what remains of them is the beginning of a head.
    func bytesArrived(_ channel: any Channel) {
        if !isReadingBody, !hasJustReadAll { awaitHead(channel) }
        hasJustReadAll = false
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        guard case .end = unwrapOutboundIn(data) else { return }
        answersOwed -= 1
        if answersOwed <= 0, !isReadingBody { connections.rested(context.channel) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { hurry(context.channel, since: bodyBytes) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        headTimer?.cancel()
        context.fireChannelInactive()
    }

    private func awaitHead(_ channel: any Channel) {
        guard headTimer == nil else { return }
        headTimer = channel.eventLoop.scheduleTask(in: TimeAmount(limits.head)) { channel.close(promise: nil) }
    }

    /// While the server stops: closes the connection when its body arrives too slowly.
    private func hurry(_ channel: any Channel, since bytes: Int) {
        let watch = NIOLoopBound(self, eventLoop: channel.eventLoop)
        let least = limits.leastBytes(in: limits.drain)
        channel.eventLoop.scheduleTask(in: TimeAmount(limits.drain)) {
            let watch = watch.value
            guard channel.isActive, watch.isReadingBody else { return }
            guard watch.bodyBytes - bytes >= least else { return channel.close(promise: nil) }
            watch.hurry(channel, since: watch.bodyBytes)
        }
    }
}

/// Tells the `ConnectionWatch` that bytes have arrived, after they were parsed.
private final class FirstByteHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let watch: ConnectionWatch

    init(_ watch: ConnectionWatch) { self.watch = watch }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.fireChannelRead(data)
        watch.bytesArrived(context.channel)
    }
}
