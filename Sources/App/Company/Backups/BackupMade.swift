/// A backup that is on the disk and was looked at.
public struct BackupMade: Sendable, Hashable {
    /// Photographs and their small versions.
    public let files: Int
    /// Of the database.
    public let bytes: Int
    /// What is wrong with the copy, as it is with the company itself; each a sentence.
    public let flaws: [String]
}
