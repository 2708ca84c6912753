import Foundation
import NIOCore

/// Admission control at accept: closes connections of an address that has too many, leaves others in the system's
/// backlog while all places are taken, and pauses accepting when file descriptors run out.
final class ConnectionGate: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never
    typealias OutboundOut = Never

    private let connections: Connections
    private let pause: TimeAmount
    private var holdsRead = false
    /// Connections accepted just before the places ran out; a few at most, as accepting stops then.
    private var parked: [any Channel] = []

    init(_ connections: Connections, pause: TimeAmount = .milliseconds(250)) {
        self.connections = connections
        self.pause = pause
    }

    /// Installs the gate in a listening server's pipeline.
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
        // Set before checking, so that a place that becomes free in between is not missed.
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

    /// Transient errors: a client that has left, too few file descriptors or too little memory.
    private static let passing: Set<CInt> = [ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM]
}
