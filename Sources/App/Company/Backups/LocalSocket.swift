import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Unix domain socket in a data folder, for lines of text between two processes on one machine.
final class LocalSocket: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Listens, after removing the socket of a process that has ended.
    static func listening(at file: URL) throws(DiskFile.Problem) -> LocalSocket {
        unlink(file.path)
        let socket = try fresh(file)
        guard withAddress(of: file, { bind(socket.descriptor, $0, $1) }) == 0, chmod(file.path, 0o600) == 0,
            listen(socket.descriptor, 4) == 0
        else { throw DiskFile.Problem(path: file.path, code: errno) }
        return socket
    }

    /// - Returns: nil when no process listens there.
    static func connected(to file: URL) -> LocalSocket? {
        guard let socket = try? fresh(file),
            withAddress(of: file, { connect(socket.descriptor, $0, $1) }) == 0
        else { return nil }
        return socket
    }

    /// The next connection; nil on timeout.
    func accept(within patience: Duration) -> LocalSocket? {
        guard isReadable(within: patience) else { return nil }
        #if canImport(Glibc)
            let caller = Glibc.accept(descriptor, nil, nil)
        #else
            let caller = Darwin.accept(descriptor, nil, nil)
        #endif
        if caller >= 0 {
            _ = fcntl(caller, F_SETFD, FD_CLOEXEC)
            // A client that does not read its answer is dropped.
            var patience = timeval(tv_sec: 30, tv_usec: 0)
            setsockopt(caller, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        return caller < 0 ? nil : LocalSocket(caller)
    }

    /// Whether the peer runs as this user or as root.
    var isTrusted: Bool {
        #if canImport(Glibc)
            // Credentials of the peer, from the system: process, user and group.
            var peer: [UInt32] = [0, .max, .max]
            var size = socklen_t(MemoryLayout<UInt32>.stride * peer.count)
            guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 else { return false }
            return peer[1] == geteuid() || peer[1] == 0
        #else
            var (user, group) = (uid_t(), gid_t())
            return getpeereid(descriptor, &user, &group) == 0 && (user == geteuid() || user == 0)
        #endif
    }

    /// - Returns: false when the peer has gone.
    func send(line: String) -> Bool {
        let bytes = Array((line + "\n").utf8)
        #if canImport(Glibc)
            return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        #else
            return Darwin.send(descriptor, bytes, bytes.count, 0) == bytes.count
        #endif
    }

    /// What was received from the peer.
    enum Heard: Sendable, Hashable {
        case line(String)
        case nothing
        case end
    }

    /// Waits for the next line; one longer than any path counts as the end.
    func line(within patience: Duration) -> Heard {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 8_192 {
            guard isReadable(within: patience) else { return .nothing }
            guard recv(descriptor, &byte, 1, 0) == 1 else { return .end }
            if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
            line.append(byte)
        }
        return .end
    }

    private func isReadable(within patience: Duration) -> Bool {
        var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let (seconds, rest) = patience.components
        return poll(&one, 1, Int32(clamping: seconds * 1_000 + rest / 1_000_000_000_000_000)) > 0
    }

    private static func fresh(_ file: URL) throws(DiskFile.Problem) -> LocalSocket {
        #if canImport(Glibc)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw DiskFile.Problem(path: file.path, code: errno) }
        return LocalSocket(descriptor)
    }

    /// A socket address takes 108 bytes at most and the folder's path may be longer, so the folder is named by its
    /// descriptor.
    private static func withAddress(
        of file: URL, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        let folder = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return -1 }
        defer { close(folder) }
        #if canImport(Glibc)
            let path = "/proc/self/fd/\(folder)/\(file.lastPathComponent)"
        #else
            let path = file.path
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { return -1 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
