import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// File lock on a data folder: a second process stops at start instead of corrupting the database.
final class DataLock: Sendable {
    struct AlreadyInUse: Error {}

    private let descriptor: Int32

    /// - Throws: `AlreadyInUse` while another process holds the folder.
    init(_ folder: DataFolder) throws {
        let descriptor = open(folder.lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DiskFile.Problem(path: folder.lock.path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw AlreadyInUse()
        }
        self.descriptor = descriptor
        let holder = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }
}
