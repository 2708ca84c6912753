import Foundation

/// For what a database is opened, which decides how closely it is looked at.
enum OpeningMode: Sendable {
    /// A company may be founded in it: the file need not be there.
    case making
    /// A command works on a company that is there.
    case working
    /// It is served to people, so the whole file is checked first (RUN-5).
    case serving
    /// It is copied as it is, with the schema that it has.
    case copying
}

/// What opening a database has to say, some of it before something that lasts.
enum OpeningNews: Sendable, Hashable {
    /// Files that others could read were closed to them (ACC-15).
    case closedToOthers(files: Int)
    case checking(bytes: Int)
    /// Rows speak of other rows that are not there.
    case brokenReferences(count: Int, tables: [String])
    /// A copy was made before the schema changes.
    case snapshot(String)
    case changingSchema(from: Int, to: Int)
    /// The note beside the database names an entry of the audit trail that is not there: something acknowledged is gone.
    case entriesLost(LostEntries)
    /// The folder of attachments is gone, and this many rows speak of files in it.
    case attachmentsLost(files: Int)
}
