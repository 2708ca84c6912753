import Foundation

/// Why a command could not do what it was asked to, in one line that says what to do.
public struct Trouble: Error, CustomStringConvertible {
    public let description: String

    public init(_ sentence: String) { description = sentence }

    static func noCompany(_ folder: DataFolder) -> Trouble {
        Trouble("there is no company in \(folder.url.path); found one with: huifang init --data \(folder.url.path)")
    }

    /// Opens something in a folder and puts what goes wrong into words.
    static func opening<Value>(_ folder: DataFolder, _ open: () throws -> Value) throws -> Value {
        do {
            return try open()
        } catch is DataLock.AlreadyInUse {
            throw Trouble("\(folder.url.path) is in use by another huifang; stop that one first")
        } catch is AppDatabase.NotDurable {
            throw Trouble("SQLite would not flush each commit to the disk here, so nothing was started")
        } catch is AuditKey.Damaged {
            throw Trouble("\(folder.auditKey.path) is missing or holds no key; put the right file back")
        } catch let trouble as Trouble {
            throw trouble
        } catch {
            throw Trouble("\(folder.url.path) cannot be opened: \(error)")
        }
    }
}

extension PasswordProblem {
    /// For the console; pages word it from the catalogues.
    var sentence: String {
        switch self {
        case .tooShort: "the password is too short; \(PasswordRules.length.lowerBound) characters are the least"
        case .tooLong: "the password is too long; \(PasswordRules.length.upperBound) characters are the most"
        case .sameAsUsername: "the password must not be the username"
        case .tooCommon: "that password is among the first that others would try; choose another one"
        }
    }
}
