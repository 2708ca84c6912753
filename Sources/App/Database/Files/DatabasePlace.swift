import Foundation

/// The file that was opened, known by its place on the disk: one that was moved or deleted would go on taking commits
/// that nobody finds again (RUN-4).
struct DatabasePlace: Sendable {
    private let url: URL
    private let place: FilePlace

    /// - Throws: `StorageTrouble.gone` when there is none.
    init(at url: URL) throws(StorageTrouble) {
        self.url = url.resolvingSymlinksInPath()
        guard let place = FileFacts(self.url)?.place else { throw .gone }
        self.place = place
    }

    /// - Throws: `StorageTrouble.gone` when the name leads to another file by now, or to none.
    func demandInPlace() throws(StorageTrouble) {
        guard FileFacts(url)?.place == place else { throw .gone }
    }
}
