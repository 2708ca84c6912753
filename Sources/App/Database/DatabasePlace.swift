import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that was opened, known by its place on the disk: one that was moved or deleted would go on taking commits
/// that nobody finds again (RUN-4).
struct DatabasePlace: Sendable {
    private let path: String
    private let device: UInt64
    private let number: UInt64

    /// - Throws: `StorageTrouble.gone` when there is none.
    init(at url: URL) throws(StorageTrouble) {
        path = url.path
        guard let found = Self.place(of: path) else { throw .gone }
        (device, number) = found
    }

    /// - Throws: `StorageTrouble.gone` when the name leads to another file by now, or to none.
    func demandInPlace() throws(StorageTrouble) {
        guard let found = Self.place(of: path), found == (device, number) else { throw .gone }
    }

    private static func place(of path: String) -> (UInt64, UInt64)? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return (UInt64(facts.st_dev), UInt64(facts.st_ino))
    }
}
