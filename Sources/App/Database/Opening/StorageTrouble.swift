import Foundation
import GRDB

/// Storage failures, told apart from bugs (RUN-5): people get a page that says so and keeps what they typed; the log
/// gets the place and the system's code, never a value.
enum StorageTrouble: Error, Hashable {
    /// The disk is full.
    case full(code: Int32)
    /// Another process holds the lock for longer than the busy timeout.
    case locked
    /// The disk or file system answers with I/O errors.
    case failing(code: Int32)
    /// The database was moved or deleted while it was served.
    case gone
    /// Pages of the database cannot be read: SQLite reports a failing disk and a damaged file alike.
    case corrupt
    /// One stored value cannot be decoded.
    case damaged(column: String)

    /// - Returns: nil for errors that are not about storage.
    init?(_ error: any Error) {
        switch error {
        case let trouble as StorageTrouble: self = trouble
        case let error as DatabaseError: self.init(error)
        case let problem as DiskFile.Problem: self.init(code: problem.code)
        case let value as UnreadableValue: self = .damaged(column: value.column)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: self = .full(code: ENOSPC)
        case let error as CocoaError where Self.isFileTrouble(error.code):
            self.init(code: (error.userInfo[NSUnderlyingErrorKey] as? POSIXError)?.code.rawValue ?? 0)
        case is RowDecodingError: self = .damaged(column: "")
        default: return nil
        }
    }

    /// - Parameter code: the system's; 0 where unknown.
    private init(code: Int32) { self = Self.fullCodes.contains(code) ? .full(code: code) : .failing(code: code) }

    /// Foundation's errors of reading and writing files; a missing file is not among them.
    private static func isFileTrouble(_ code: CocoaError.Code) -> Bool {
        (256..<1_024).contains(code.rawValue) && code != .fileReadNoSuchFile
    }

    private init?(_ error: DatabaseError) {
        let code = error.extendedResultCode.rawValue
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(code: code)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOLFS, .SQLITE_PERM: self = .failing(code: code)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt
        default: return nil
        }
    }

    private static let fullCodes: Set<Int32> = [ENOSPC, EDQUOT]

    /// Its name in the log, in `/health` and in the catalogues (`error-page.<code>`).
    var name: String {
        switch self {
        case .full: "disk-full"
        case .locked: "database-locked"
        case .failing: "disk-failing"
        case .gone: "database-gone"
        case .corrupt: "database-corrupt"
        case .damaged: "record-damaged"
        }
    }

    /// Detail for the log: SQLite's or the system's code, or the column.
    var detail: String {
        switch self {
        case .full(let code), .failing(let code): String(code)
        case .damaged(let column): column
        case .locked, .gone, .corrupt: ""
        }
    }
}
