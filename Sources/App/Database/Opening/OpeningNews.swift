import Foundation

/// The purpose of opening a database, which decides how thoroughly it is checked.
enum OpeningMode: Sendable {
    /// A new company may be created: the file need not exist.
    case making
    /// A command works on an existing company.
    case working
    /// It will be served, so the whole file is checked first (RUN-5).
    case serving
    /// It is copied unchanged, without migrations.
    case copying
}

/// Findings from opening a database, some of them reported before a step that takes long.
enum OpeningNews: Sendable, Hashable {
    /// Files that others could read had their permissions restricted (ACC-15).
    case closedToOthers(files: Int)
    case checking(bytes: Int)
    /// Foreign keys refer to rows that are missing.
    case brokenReferences(count: Int, tables: [String])
    /// A snapshot was made before a migration.
    case snapshot(String)
    case changingSchema(from: Int, to: Int)
    /// The mark beside the database names an audit entry that is missing: acknowledged changes are lost.
    case entriesLost(LostEntries)
    /// The attachment folder is missing, and this many rows refer to files in it.
    case attachmentsLost(files: Int)
}
