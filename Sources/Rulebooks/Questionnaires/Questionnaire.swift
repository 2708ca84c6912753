import Forms
import Foundation

/// What is said and asked in one kind of follow-up, complete in itself: kept with an answer, it shows for ever what the
/// answer was given to (FUP-6).
public struct Questionnaire: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
    /// Opening words; may name `{agent}`, `{company}` and `{customer}`.
    public let opening: LocalizedText
    /// Closing words, with the same names.
    public let closing: LocalizedText
    public let questions: [Question]
    /// The subjects of its questions, in the order in which they first come up.
    public let subjects: [Subject]
    /// What each overall rating means, 5 first (FUP-3).
    public let ratings: [RatingMeaning]

    /// The same text for the same content everywhere and always: to be stored and hashed as the questionnaire's version.
    public var canonicalJSON: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and small numbers only: encoding them cannot fail.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}

/// What a question is about, for statistics by subject (FUP-2, REP-4).
public struct Subject: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// One overall rating and its meaning; not rated is none of them (FUP-3).
public struct RatingMeaning: Sendable, Hashable, Codable {
    /// 0 to 5.
    public let value: Int
    public let meaning: LocalizedText

    public static let values = 0...5
    /// Ratings that need a remark.
    public static let negativeValues = 0...2
}

/// The names that opening and closing words may hold in braces.
public enum ScriptName: String, Sendable, Hashable, CaseIterable {
    case agent
    case company
    case customer
}

extension LocalizedText {
    /// The text in `language` with the names of a script filled in; a name that is not given stays as it is.
    public func spoken(in language: Language, _ names: [ScriptName: String]) -> String {
        var rest = self[language][...]
        var spoken = ""
        // Filled in one pass, so that a name which itself holds braces is never read as a placeholder.
        while let open = rest.firstIndex(of: "{") {
            spoken += rest[..<open]
            rest = rest[open...]
            let close = rest.firstIndex(of: "}") ?? rest.endIndex
            let name = ScriptName(rawValue: String(rest[..<close].dropFirst()))
            guard close < rest.endIndex, let value = name.flatMap({ names[$0] }) else {
                spoken.append(rest.removeFirst())
                continue
            }
            spoken += value
            rest = rest[rest.index(after: close)...]
        }
        return spoken + rest
    }
}
