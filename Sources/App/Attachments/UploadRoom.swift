import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Free space on the data disk: uploads stop while there is still enough for audit entries, without which nothing opens
/// (ACC-15).
struct UploadRoom: Sendable {
    /// Bytes that uploads must leave free.
    static let floor = 512 << 20

    /// Asks the file system; nil when unknown.
    let measure: @Sendable () -> Int?

    /// - Parameter folder: any folder on the disk.
    init(of folder: URL) {
        measure = { FreeSpace.bytes(at: folder) }
    }

    init(measure: @escaping @Sendable () -> Int?) { self.measure = measure }

    /// - Parameter bytes: about to be written.
    func holds(_ bytes: Int) -> Bool {
        guard let free = measure() else { return true }
        return free - max(bytes, 0) >= Self.floor
    }

    /// - Throws: `StorageTrouble.full`.
    func demand(_ bytes: Int) throws {
        guard holds(bytes) else { throw StorageTrouble.full(code: ENOSPC) }
    }
}
