import Foundation
import NIOCore

/// Stands where connections come in: turns away those of an address that holds too many, leaves the others in the system's
/// queue while all places are taken, and pauses when the process has no more files to open instead of trying without end.
final class ConnectionGate: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never
    typealias OutboundOut = Never

    private let connections: Connections
    private let pause: TimeAmount
    private var holdsRead = false
    /// Those that came in when it turned out that there was no place; a few at most, as no more are read then.
    private var parked: [any Channel] = []

    init(_ connections: Connections, pause: TimeAmount = .milliseconds(250)) {
        self.connections = connections
        self.pause = pause
    }

    /// Puts a gate before a server that has begun to listen.
    static func stand(before server: any Channel, _ connections: Connections) async throws {
        try await server.eventLoop.submit {
            try server.pipeline.syncOperations.addHandler(ConnectionGate(connections), position: .first)
        }.get()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        switch connections.admit(channel) {
        case .admitted: letIn(channel, context)
        case .refused: channel.close(promise: nil)
        case .full: parked.append(channel)
        }
    }

    private func letIn(_ channel: any Channel, _ context: ChannelHandlerContext) {
        let gate = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        channel.closeFuture.hop(to: context.eventLoop).whenComplete { [connections] _ in
            connections.closed(channel)
            gate.value.handler.goOn(gate.value.context)
        }
        context.fireChannelRead(wrapInboundOut(channel))
    }

    func read(context: ChannelHandlerContext) {
        // Said before it is asked, so that no place which becomes free in between is missed.
        connections.setWaitedFor(true)
        holdsRead = !parked.isEmpty || connections.isFull
        guard !holdsRead else { return }
        connections.setWaitedFor(false)
        context.read()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let code = (error as? IOError)?.errnoCode, Self.passing.contains(code) else {
            return context.fireErrorCaught(error)
        }
        let channel = context.channel
        try? channel.syncOptions?.setOption(.autoRead, value: false)
        context.eventLoop.scheduleTask(in: pause) { try channel.syncOptions?.setOption(.autoRead, value: true) }
    }

    private func goOn(_ context: ChannelHandlerContext) {
        let waiting = parked
        parked = []
        for channel in waiting {
            switch connections.admit(channel) {
            case .admitted: letIn(channel, context)
            case .refused: channel.close(promise: nil)
            case .full: parked.append(channel)
            }
        }
        if parked.count < waiting.count { context.fireChannelReadComplete() }
        if holdsRead { read(context: context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        for channel in parked { channel.close(promise: nil) }
        parked = []
        context.fireChannelInactive()
    }

    /// What passes by itself: a client that has gone again, and too few files or too little memory at the moment.
    private static let passing: Set<CInt> = [ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM]
}
