import App
import ArgumentParser
import Foundation

/// Exit of a command: help on standard output, errors in one line on standard error.
struct Ending {
    private let code: Int32
    private let message: String

    init(_ error: any Error) {
        switch Huifang.exitCode(for: error) {
        case .success: (code, message) = (0, Huifang.fullMessage(for: error))
        case .validationFailure: (code, message) = (2, Huifang.message(for: error))
        case let other:
            (code, message) = (
                other.rawValue == 0 ? 1 : other.rawValue,
                error is ExitCode ? "" : CommandError.words(for: error).description
            )
        }
    }

    func exit() -> Never {
        if code == 0 {
            print(message)
        } else if !message.isEmpty {
            let line = message.split(separator: "\n").joined(separator: " ")
            LogQueue.standardError.add("huifang: \(line)\n")
        }
        // With a timeout, as nothing may be reading standard error.
        LogQueue.standardError.flush(within: .seconds(2))
        Foundation.exit(code)
    }
}
