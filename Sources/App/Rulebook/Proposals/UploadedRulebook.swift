import Forms
import Foundation
import Rulebooks

/// A submitted rulebook, pasted or uploaded, and the result of reading it.
struct UploadedRulebook {
    enum Outcome {
        case sound(Rulebook)
        /// The document has mistakes, each with its position.
        case mistaken([RulebookMistake])
        case unreadable(Problem)
    }

    /// Why a document is rejected as a whole (`proposal.problem.…`).
    enum Problem: String, CaseIterable {
        case empty
        case notText = "not-text"
        case unchanged
    }

    /// The text for the form.
    let text: String
    let outcome: Outcome

    /// - Parameter file: takes precedence over the pasted text; nil when none was chosen.
    /// - Parameter inForce: the current document; an equal one is no change.
    init(pasted: String, file: [UInt8]?, inForce: String) {
        guard let file else {
            text = Self.withPlainLineBreaks(pasted)
            outcome = Self.read(text, inForce: inForce)
            return
        }
        guard !file.contains(0), let read = String(validating: file, as: UTF8.self) else {
            text = Self.withPlainLineBreaks(pasted)
            outcome = .unreadable(.notText)
            return
        }
        text = Self.withPlainLineBreaks(read.hasPrefix("\u{FEFF}") ? String(read.dropFirst()) : read)
        outcome = Self.read(text, inForce: inForce)
    }

    private static func read(_ text: String, inForce: String) -> Outcome {
        if text.allSatisfy(\.isWhitespace) { return .unreadable(.empty) }
        if text == withPlainLineBreaks(inForce) { return .unreadable(.unchanged) }
        do throws(RulebookError) {
            return .sound(try Rulebook(yaml: text))
        } catch {
            return .mistaken(error.mistakes)
        }
    }

    /// Browsers send `\r\n` for line breaks; documents are normalised to `\n`, with one at the end.
    private static func withPlainLineBreaks(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let body = lines.unicodeScalars.last == "\n" ? lines : lines + "\n"
        return body == "\n" ? "" : body
    }
}
