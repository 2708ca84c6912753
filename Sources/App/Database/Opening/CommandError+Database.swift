import Foundation
import GRDB

extension CommandError {
    /// Message for a storage error that reveals no stored values.
    /// - Returns: nil for any other error.
    static func ofStorage(_ error: any Error, at path: String) -> CommandError? {
        switch error {
        case let error as DatabaseError: CommandError("\(path) \(words(error.resultCode))")
        case let problem as DiskFile.Problem: CommandError("\(problem.path): \(ErrorNumber.words(problem.code))")
        case let error as CocoaError where error.code == .fileWriteOutOfSpace:
            CommandError("\(path): \(ErrorNumber.words(ENOSPC))")
        case let lost as LostEntries: CommandError(lost.sentence)
        case is RowDecodingError: CommandError("\(path) has a row that cannot be read; \(restoring)")
        default: nil
        }
    }

    private static func words(_ code: ResultCode) -> String {
        switch code {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: "is damaged; \(restoring)"
        case .SQLITE_FULL: "cannot grow: the disk is full; make room and try again"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "cannot be written; look at its rights and at the disk"
        case .SQLITE_CANTOPEN: "cannot be opened; look at its rights and at those of its folder"
        case .SQLITE_IOERR: "cannot be read or written; look at the disk and the system's log"
        case .SQLITE_BUSY, .SQLITE_LOCKED: "is held by another program; end that one first"
        case .SQLITE_CONSTRAINT: "has rows that contradict each other; \(restoring)"
        default: "cannot be used (SQLite says \(code.rawValue)); \(restoring)"
        }
    }

    static let restoring = "restore a backup with: huifang restore --from BACKUP --data NEWDIR"
}
