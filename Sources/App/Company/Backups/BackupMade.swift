/// A complete and verified backup.
public struct BackupMade: Sendable, Hashable {
    /// Number of photographs and thumbnails.
    public let files: Int
    /// Size of the database.
    public let bytes: Int
    /// Flaws in the copy, which the company itself has too; one sentence each.
    public let flaws: [String]
}
