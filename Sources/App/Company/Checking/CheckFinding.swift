import Foundation

/// One line of `huifang check` (RUN-6).
public struct CheckFinding: Sendable, Hashable {
    public enum Weight: String, Sendable, CaseIterable {
        case fine = "ok"
        /// Worth knowing; nothing needs to be done at once.
        case notable = "note"
        case wrong = "WRONG"
    }

    public let weight: Weight
    public let sentence: String

    static func fine(_ sentence: String) -> CheckFinding { CheckFinding(weight: .fine, sentence: sentence) }
    static func notable(_ sentence: String) -> CheckFinding { CheckFinding(weight: .notable, sentence: sentence) }
    static func wrong(_ sentence: String) -> CheckFinding { CheckFinding(weight: .wrong, sentence: sentence) }

    public var line: String { "\(weight.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0))\(sentence)" }
}
