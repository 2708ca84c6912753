import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The secret key of the audit trail: 32 random bytes in their own file, readable by the owner only.
enum AuditKey {
    struct Damaged: Error {}

    /// Loads the key of a folder, or creates one for a new company.
    /// - Throws: `Damaged` when there is a database but no key; a lost key is never replaced silently.
    static func loadOrMake(in folder: DataFolder) throws -> [UInt8] {
        let file = folder.auditKey
        if FileManager.default.fileExists(atPath: file.path) {
            let key = [UInt8](try Data(contentsOf: file))
            guard key.count == 32 else { throw Damaged() }
            return key
        }
        guard !folder.hasDatabase else { throw Damaged() }
        let key = Sodium.randomBytes(32)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        try flush(file)
        try flush(folder.url)
        return key
    }

    /// Key derivation: a separate key for another purpose, stable as long as the company's key is.
    static func derived(for purpose: String, in folder: DataFolder) throws -> [UInt8] {
        Array(Sodium.hmac(purpose.utf8, key: try loadOrMake(in: folder)).utf8.prefix(32))
    }

    /// The key is flushed before the first entry: without it no entry could be verified.
    private static func flush(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
