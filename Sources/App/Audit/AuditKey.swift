import Foundation

/// The secret of the audit trail: 32 random bytes in a file of their own, readable by the owner only.
enum AuditKey {
    struct Damaged: Error {}

    /// - Throws: `Damaged` when the file does not hold a key; a lost key is never replaced silently.
    static func loadOrMake(at file: URL) throws -> [UInt8] {
        if FileManager.default.fileExists(atPath: file.path) {
            let key = [UInt8](try Data(contentsOf: file))
            guard key.count == 32 else { throw Damaged() }
            return key
        }
        let key = Sodium.randomBytes(32)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        return key
    }
}
