import Foundation
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import App

@Suite("The open connections of a server (ACC-14, RUN-5)")
struct ConnectionsTests {
    private func channel(_ address: String) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 50_000)
        return channel
    }

    private func connections(_ most: Int = 4, ofOne: Int = 2) -> Connections {
        var limits = ServerLimits()
        limits.connections = most
        limits.connectionsOfOne = ofOne
        return Connections(limits) { $0 == "10.0.0.1" }
    }

    @Test("an address is held to its number whichever way it is written, a trusted proxy is not")
    func ofOne() throws {
        let connections = connections(100)
        let first = try channel("192.0.2.1")
        #expect(connections.admit(first) == .admitted)
        #expect(connections.admit(try channel("::ffff:192.0.2.1")) == .admitted)
        #expect(connections.admit(try channel("192.0.2.1")) == .refused)
        for _ in 0..<20 { #expect(connections.admit(try channel("10.0.0.1")) == .admitted) }
        connections.closed(first)
        #expect(connections.admit(try channel("192.0.2.1")) == .admitted)
        #expect(connections.admit(try channel("192.0.2.1")) == .refused)
    }

    @Test("neighbours of one network of IPv6 are one address")
    func network() throws {
        let connections = connections()
        #expect(connections.admit(try channel("2001:db8::1")) == .admitted)
        #expect(connections.admit(try channel("2001:db8::2")) == .admitted)
        #expect(connections.admit(try channel("2001:db8::3")) == .refused)
    }

    @Test("it is full when every place is being answered, and the first that rests gives way to who waits")
    func full() throws {
        let connections = connections(2)
        let (one, two) = (try channel("192.0.2.1"), try channel("192.0.2.2"))
        for channel in [one, two] {
            #expect(connections.admit(channel) == .admitted)
            connections.began(channel)
        }
        #expect(connections.isFull)
        #expect(connections.admit(try channel("192.0.2.3")) == .full)
        connections.setWaitedFor(true)
        let leaving = Leaving()
        two.closeFuture.whenComplete { _ in leaving.note() }
        connections.rested(two)
        two.embeddedEventLoop.run()
        #expect(leaving.isNoted)
        connections.closed(two)
        #expect(!connections.isFull)
    }

    @Test("nobody gives way when nobody waits")
    func kept() throws {
        let connections = connections(1)
        let (one, leaving) = (try channel("192.0.2.1"), Leaving())
        one.closeFuture.whenComplete { _ in leaving.note() }
        #expect(connections.admit(one) == .admitted)
        connections.began(one)
        connections.rested(one)
        one.embeddedEventLoop.run()
        #expect(!leaving.isNoted)
    }

    @Test("what is closed, asked for or rests twice is counted once")
    func twice() throws {
        let connections = connections(2)
        let one = try channel("192.0.2.1")
        #expect(connections.admit(one) == .admitted)
        connections.began(one)
        connections.began(one)
        connections.rested(one)
        connections.rested(one)
        connections.closed(one)
        connections.closed(one)
        #expect(!connections.isFull)
    }

    @Test("the line keeps its order through comings and goings")
    func line() throws {
        var line = IdleLine()
        let channels = try (0..<5).map { _ in try channel("192.0.2.1") }
        let ids = channels.map { ObjectIdentifier($0) }
        let places = ids.map { line.join($0) }
        line.leave(places[0])
        line.leave(places[2])
        #expect(line.leaveFirst() == ids[1])
        #expect(line.leaveFirst() == ids[3])
        #expect(line.leaveFirst() == ids[4])
        #expect(line.leaveFirst() == nil && line.isEmpty)
        _ = line.join(ids[0])
        #expect(line.leaveFirst() == ids[0])
    }

    @Test("too few files to open is waited for and ends nothing", arguments: [EMFILE, ENFILE, ENOMEM, ECONNABORTED])
    func descriptors(code: CInt) throws {
        let server = EmbeddedChannel(handler: ConnectionGate(connections()))
        server.pipeline.fireErrorCaught(IOError(errnoCode: code, reason: "accept"))
        try server.throwIfErrorCaught()
        server.pipeline.fireErrorCaught(IOError(errnoCode: EBADF, reason: "accept"))
        #expect(throws: IOError.self) { try server.throwIfErrorCaught() }
    }

    @Test(
        "the limits fit the files that may be opened",
        arguments: [(64, 16, 8), (1_024, 480, 30), (20_000, 4_096, 100), (1 << 20, 4_096, 100)])
    func fitting(openFiles: Int, most: Int, ofOne: Int) {
        let limits = ServerLimits.fitting(openFiles: openFiles)
        #expect((limits.connections, limits.connectionsOfOne) == (most, ofOne))
    }

    @Test("as many files may be opened as the system grants")
    func openFiles() {
        var limit = rlimit()
        let raised = OpenFiles.raiseLimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #expect(raised == Int(clamping: limit.rlim_cur) && limit.rlim_cur == limit.rlim_max)
    }

    @Test("an answer is taken too slowly when a whole span of looks brought too little")
    func pace() {
        var pace = AnswerPace(least: 600)
        #expect((0...12).map { pace.isTooSlow($0 * 100) }.allSatisfy { !$0 })
        let slower = (1...6).map { pace.isTooSlow(1_200 + $0 * 50) }
        #expect(slower == [true, true, true, true, true, true])
        var still = AnswerPace(least: 1)
        #expect((0...6).map { _ in still.isTooSlow(0) } == [false, false, false, false, false, false, true])
    }
}

/// Notes that a connection was closed.
private final class Leaving: Sendable {
    private let state = Mutex(false)
    var isNoted: Bool { state.withLock { $0 } }
    func note() { state.withLock { $0 = true } }
}
