import Foundation

/// Why a command failed, in one line that says what to do.
public struct CommandError: Error, CustomStringConvertible {
    public let description: String

    public init(_ sentence: String) { description = sentence }

    static func noCompany(_ folder: DataFolder) -> CommandError {
        CommandError(
            "there is no company in \(folder.url.path); found one with: huifang init --data \(folder.url.path)")
    }

    /// Opens something in a folder, with errors translated.
    static func opening<Value>(_ folder: DataFolder, _ open: () throws -> Value) throws -> Value {
        do {
            return try open()
        } catch {
            throw opened(folder, error)
        }
    }

    /// The message for a failure to open or create something in a folder.
    static func opened(_ folder: DataFolder, _ error: any Error) -> CommandError {
        switch error {
        case is DataLock.AlreadyInUse:
            CommandError("\(folder.url.path) is in use by another huifang; stop that one first")
        case is AppDatabase.NotDurable:
            CommandError("SQLite would not flush each commit to the disk here, so nothing was started")
        case is AuditKey.Damaged:
            CommandError("\(folder.auditKey.path) is missing or holds no key; put the right file back")
        case let trouble as CommandError: trouble
        default: ofStorage(error, at: folder.url.path) ?? CommandError("\(folder.url.path): \(inOneLine(error))")
        }
    }

    /// The message for any other error: only the system's text, as other descriptions may repeat stored values.
    public static func words(for error: any Error) -> CommandError {
        if let trouble = error as? CommandError { return trouble }
        return ofStorage(error, at: "the database") ?? CommandError(inOneLine(error))
    }

    private static func inOneLine(_ error: any Error) -> String {
        if let cocoa = error as? CocoaError { return cocoa.localizedDescription }
        return "it failed (\(type(of: error)))"
    }
}

extension PasswordProblem {
    /// For the terminal; pages have their own texts in the catalogues.
    var sentence: String {
        switch self {
        case .tooShort: "the password is too short; \(PasswordRules.length.lowerBound) characters are the least"
        case .tooLong: "the password is too long; \(PasswordRules.length.upperBound) characters are the most"
        case .sameAsUsername: "the password must not be the username"
        case .tooCommon: "that password is among the first that others would try; choose another one"
        }
    }
}
