import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The room that is left on the disk of the data: uploads stop while there is still enough for entries of the trail,
/// without which nothing opens (ACC-15).
struct UploadRoom: Sendable {
    /// The bytes that uploads leave free.
    static let floor = 512 << 20

    /// Asks the file system; nil when it does not say.
    let measure: @Sendable () -> Int?

    /// - Parameter folder: any on the disk that is asked about.
    init(of folder: URL) {
        measure = { FreeSpace.bytes(at: folder) }
    }

    init(measure: @escaping @Sendable () -> Int?) { self.measure = measure }

    /// - Parameter bytes: that are about to be written.
    func holds(_ bytes: Int) -> Bool {
        guard let free = measure() else { return true }
        return free - max(bytes, 0) >= Self.floor
    }

    /// - Throws: `StorageTrouble.full`.
    func demand(_ bytes: Int) throws {
        guard holds(bytes) else { throw StorageTrouble.full(code: ENOSPC) }
    }
}
