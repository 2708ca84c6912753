import NIOCore
import NIOHTTPTypes

/// Closes connections whose client takes the answer too slowly; the idle timeout does not apply until it is written.
/// While the server stops, a client has only a moment to take some of it.
final class StalledClientHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServerLimits
    private var written = 0
    private var isStopping = false
    private var timer: Scheduled<Void>?

    init(_ limits: ServerLimits) { self.limits = limits }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .body(let bytes) = unwrapOutboundIn(data) { written += bytes.readableBytes }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if !context.channel.isWritable, timer == nil { begin(context.channel) }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isStopping = true
            timer?.cancel()
            begin(context.channel)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    private func begin(_ channel: any Channel) {
        let span = isStopping ? limits.drain : limits.stall
        look(channel, AnswerPace(least: limits.leastBytes(in: span)), every: TimeAmount(span / AnswerPace.looks))
    }

    /// Samples until everything is taken.
    private func look(_ channel: any Channel, _ pace: AnswerPace, every interval: TimeAmount) {
        timer = nil
        guard channel.isActive, let left = try? channel.syncOptions?.getOption(.bufferedWritableBytes), left > 0
        else { return }
        var pace = pace
        // The encoder adds bytes, so the difference may be negative at first.
        guard !pace.isTooSlow(written - left) else { return channel.close(promise: nil) }
        let (handler, next) = (NIOLoopBound(self, eventLoop: channel.eventLoop), pace)
        timer = channel.eventLoop.scheduleTask(in: interval) { handler.value.look(channel, next, every: interval) }
    }
}
