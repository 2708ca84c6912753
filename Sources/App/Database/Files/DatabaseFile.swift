import Foundation

/// Checks of a database file before SQLite opens it.
enum DatabaseFile {
    private static let signature = Array("SQLite format 3\0".utf8)

    /// Creates the file, for its owner only, when it is absent and the mode allows it; the write-ahead log and index
    /// get the same rights.
    /// - Returns: whether the database was there already.
    /// - Throws: `CommandError` when the file is missing, empty, or not a database.
    static func look(at folder: DataFolder, _ mode: OpeningMode) throws -> Bool {
        let facts = FileFacts(folder.database)
        switch mode {
        case .making:
            if facts == nil { try DiskFile(making: folder.database).flush() }
            if facts?.bytes ?? 0 == 0 { return false }
        case .working, .serving, .copying:
            guard let facts else { throw CommandError.noCompany(folder) }
            guard facts.bytes > 0 else {
                throw CommandError(
                    "\(folder.database.path) is empty, so its company is lost; \(CommandError.restoring)")
            }
        }
        guard try DiskFile(reading: folder.database).read(atMost: signature.count) == signature else {
            throw CommandError("\(folder.database.path) is no database, or damaged; \(CommandError.restoring)")
        }
        return true
    }
}
