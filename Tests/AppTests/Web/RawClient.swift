import Foundation

/// A plain TCP client that can do what no browser would. Its calls block, so they run on threads of their own.
struct RawClient: Sendable {
    private let socket: Int32

    /// Connects to the own machine; reads and writes give up after a minute, as other tests keep the machine busy.
    init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
        address.sin_addr = in_addr(s_addr: inet_addr("127.0.0.1"))
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(socket, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Sends all of the bytes; gives how many were taken before the connection was closed or blocked.
    @discardableResult
    func send(_ text: String, times: Int = 1) async -> Int {
        await blocking {
            let bytes = Array(text.utf8)
            var total = 0
            for _ in 0..<times {
                var sent = 0
                while sent < bytes.count {
                    let count = bytes[sent...].withUnsafeBytes {
                        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    guard count > 0 else { return total + sent }
                    sent += count
                }
                total += sent
            }
            return total
        }
    }

    /// What comes until the text ends with the given one, or the server closes the connection (`isClosed`).
    func receive(until end: String? = nil) async -> (text: String, isClosed: Bool) {
        await blocking {
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                if let end, String(decoding: received, as: UTF8.self).hasSuffix(end) {
                    return (String(decoding: received, as: UTF8.self), false)
                }
                let count = recv(socket, &buffer, buffer.count, 0)
                if count <= 0 {
                    let timedOut = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)
                    return (String(decoding: received, as: UTF8.self), !timedOut)
                }
                received += buffer[..<count]
            }
        }
    }

    /// Takes so many bytes at most of what has come.
    func receive(atMost most: Int) async -> (bytes: Int, isClosed: Bool) {
        await blocking {
            var buffer = [UInt8](repeating: 0, count: most)
            let count = recv(socket, &buffer, most, 0)
            return (max(0, count), count <= 0)
        }
    }

    /// Says that nothing more will be sent.
    func finishSending() { _ = shutdown(socket, Int32(SHUT_WR)) }

    func close() { _ = Foundation.close(socket) }

    private func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
