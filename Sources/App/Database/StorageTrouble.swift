import Foundation
import GRDB

/// What keeps the data from being written or read, told from faults of the program (RUN-5): people get a page that says
/// so and keeps what they typed, the log gets the place and the system's code, never a value.
enum StorageTrouble: Error, Hashable {
    /// No room on the disk.
    case full(code: Int32)
    /// Another process holds the database for longer than one waits.
    case locked
    /// The disk, or what it holds, answers with errors.
    case failing(code: Int32)
    /// The database was moved or deleted while it was served.
    case gone
    /// What is stored cannot be read.
    case damaged(column: String)

    /// - Returns: nil for what is no trouble of storage.
    init?(_ error: any Error) {
        switch error {
        case let trouble as StorageTrouble: self = trouble
        case let error as DatabaseError: self.init(error)
        case let problem as DiskFile.Problem:
            self = Self.fullCodes.contains(problem.code) ? .full(code: problem.code) : .failing(code: problem.code)
        case let value as UnreadableValue: self = .damaged(column: value.column)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: self = .full(code: ENOSPC)
        case is RowDecodingError: self = .damaged(column: "")
        default: return nil
        }
    }

    private init?(_ error: DatabaseError) {
        let code = error.extendedResultCode.rawValue
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(code: code)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOLFS, .SQLITE_PERM: self = .failing(code: code)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(column: "")
        default: return nil
        }
    }

    private static let fullCodes: Set<Int32> = [ENOSPC, EDQUOT]

    /// The word for it in the log, in `/health` and in the catalogues (`error-page.<code>`).
    var name: String {
        switch self {
        case .full: "disk-full"
        case .locked: "database-locked"
        case .failing: "disk-failing"
        case .gone: "database-gone"
        case .damaged: "record-damaged"
        }
    }

    /// What the log says besides: SQLite's or the system's code, or the column.
    var detail: String {
        switch self {
        case .full(let code), .failing(let code): String(code)
        case .damaged(let column): column
        case .locked, .gone: ""
        }
    }
}
