import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Checks before the start whether an address can be listened on, for a clear message when it cannot (RUN-5).
enum ListeningPort {
    /// - Throws: `CommandError` that says what to do.
    static func demandFree(host: String, port: Int) throws(CommandError) {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
            throw CommandError("--host \(host) is no address or name of this machine")
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard descriptor >= 0 else { throw CommandError("no socket can be opened: \(ErrorNumber.words)") }
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 1) == 0 else {
            throw CommandError(words(errno, host, port))
        }
    }

    private static func words(_ code: Int32, _ host: String, _ port: Int) -> String {
        switch code {
        case EADDRINUSE: "port \(port) of \(host) is taken by another program; stop that one, or choose another --port"
        case EACCES:
            "port \(port) is kept for the system's administrator; choose a --port from 1024 on, and let a proxy listen there"
        case EADDRNOTAVAIL: "\(host) is no address of this machine; choose another --host"
        default: "port \(port) of \(host) cannot be listened to: \(ErrorNumber.words(code))"
        }
    }
}
