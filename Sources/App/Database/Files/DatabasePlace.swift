import Foundation

/// The device and inode of the open database: a file that was moved or deleted would go on taking commits that are lost
/// at the next start (RUN-4).
struct DatabasePlace: Sendable {
    private let url: URL
    private let place: FilePlace

    /// - Throws: `StorageTrouble.gone` when there is no file.
    init(at url: URL) throws(StorageTrouble) {
        self.url = url.resolvingSymlinksInPath()
        guard let place = FileFacts(self.url)?.place else { throw .gone }
        self.place = place
    }

    /// - Throws: `StorageTrouble.gone` when the path now leads to another file, or to none.
    func demandInPlace() throws(StorageTrouble) {
        guard FileFacts(url)?.place == place else { throw .gone }
    }
}
