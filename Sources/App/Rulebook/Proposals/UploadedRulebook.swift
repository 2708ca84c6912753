import Forms
import Foundation
import Rulebooks

/// A rulebook as somebody handed it in, pasted or as a file, and what became of it.
struct UploadedRulebook {
    enum Outcome {
        case sound(Rulebook)
        /// The document has mistakes, each with its place.
        case mistaken([RulebookMistake])
        case unreadable(Problem)
    }

    /// Why a document is none, or changes nothing (`proposal.problem.…`).
    enum Problem: String, CaseIterable {
        case empty
        case notText = "not-text"
        case unchanged
    }

    /// What the text area shows again.
    let text: String
    let outcome: Outcome

    /// - Parameter file: takes precedence over what was pasted; nil when none was chosen.
    /// - Parameter inForce: the document in force, which is no change.
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

    /// Browsers send `\r\n` for every line break; documents end with one line feed, whatever was copied.
    private static func withPlainLineBreaks(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let body = lines.unicodeScalars.last == "\n" ? lines : lines + "\n"
        return body == "\n" ? "" : body
    }
}
