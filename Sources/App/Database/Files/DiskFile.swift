import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One open file descriptor, closed on deinit.
final class DiskFile: Sendable {
    struct Problem: Error {
        let path: String
        let code: Int32
    }

    private let descriptor: Int32
    private let path: String

    /// Creates a new file, for its owner only; fails when it exists.
    convenience init(making url: URL) throws(Problem) { try self.init(url, O_WRONLY | O_CREAT | O_EXCL) }

    /// Opens a file for reading.
    convenience init(reading url: URL) throws(Problem) { try self.init(url, O_RDONLY) }

    private init(_ url: URL, _ flags: Int32) throws(Problem) {
        path = url.path
        descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Problem(path: path, code: errno) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) { part in
                #if canImport(Glibc)
                    Glibc.write(descriptor, part.baseAddress, part.count)
                #else
                    Darwin.write(descriptor, part.baseAddress, part.count)
                #endif
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Problem(path: path, code: errno) }
            rest = rest.dropFirst(written)
        }
    }

    /// The next bytes; empty at the end of the file.
    func read(atMost most: Int) throws(Problem) -> [UInt8] {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, initialized in
            #if canImport(Glibc)
                count = Glibc.read(descriptor, buffer.baseAddress, most)
            #else
                count = Darwin.read(descriptor, buffer.baseAddress, most)
            #endif
            initialized = max(0, count)
        }
        guard count >= 0 else { throw Problem(path: path, code: errno) }
        return bytes
    }

    /// The size in bytes.
    func size() throws(Problem) -> Int {
        let place = lseek(descriptor, 0, SEEK_CUR)
        let end = lseek(descriptor, 0, SEEK_END)
        guard place >= 0, end >= 0, lseek(descriptor, place, SEEK_SET) == place else {
            throw Problem(path: path, code: errno)
        }
        return Int(end)
    }

    /// fsync: returns once everything written so far would survive a power cut.
    func flush() throws(Problem) {
        guard fsync(descriptor) == 0 else { throw Problem(path: path, code: errno) }
    }

    /// fsync of a folder: the names of files created in it or moved into it survive a power cut.
    static func flush(folder: URL) throws(Problem) { try DiskFile(folder, O_RDONLY | O_DIRECTORY).flush() }

    /// Atomic rename over whatever had the target name.
    static func move(_ from: URL, to target: URL) throws(Problem) {
        guard rename(from.path, target.path) == 0 else { throw Problem(path: target.path, code: errno) }
    }
}
