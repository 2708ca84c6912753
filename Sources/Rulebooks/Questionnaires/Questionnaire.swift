import Forms
import Foundation

/// Script and questions of one kind of follow-up. It is self-contained: stored with an answer, it shows what was asked,
/// whatever changes later (FUP-6).
public struct Questionnaire: Sendable, Decodable {
    public let id: String
    public let title: LocalizedText
    /// Opening words, with placeholders `{agent}`, `{company}` and `{customer}`.
    public let opening: LocalizedText
    /// Closing words, with the same placeholders.
    public let closing: LocalizedText
    public let questions: [Question]
    /// The subjects of the questions, in order of first use.
    public let subjects: [Subject]
    /// The meaning of each overall rating, 5 first (FUP-3).
    public let ratings: [RatingMeaning]

    /// Canonical JSON: equal questionnaires have equal texts, to be stored and hashed as their version.
    public let canonicalJSON: String
    /// The sheet as a form: all questions in order, then the overall rating and the common fields.
    public let form: Form

    init(
        id: String, title: LocalizedText, opening: LocalizedText, closing: LocalizedText, questions: [Question],
        subjects: [Subject], ratings: [RatingMeaning]
    ) {
        self.id = id
        self.title = title
        self.opening = opening
        self.closing = closing
        self.questions = questions
        self.subjects = subjects
        self.ratings = ratings
        form = Self.form(questions, ratings)
        // Both once, as every opening of a sheet asks for them.
        canonicalJSON =
            Parts(
                id: id, title: title, opening: opening, closing: closing, questions: questions, subjects: subjects,
                ratings: ratings
            ).canonicalJSON
    }

    public init(from decoder: any Decoder) throws {
        let parts = try Parts(from: decoder)
        self.init(
            id: parts.id, title: parts.title, opening: parts.opening, closing: parts.closing,
            questions: parts.questions, subjects: parts.subjects, ratings: parts.ratings)
    }

    /// What is stored of a questionnaire.
    private struct Parts: Codable {
        let id: String
        let title: LocalizedText
        let opening: LocalizedText
        let closing: LocalizedText
        let questions: [Question]
        let subjects: [Subject]
        let ratings: [RatingMeaning]

        var canonicalJSON: String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            // Strings and small numbers only, so encoding cannot fail.
            let data = (try? encoder.encode(self)) ?? Data()
            return String(decoding: data, as: UTF8.self)
        }
    }
}

extension Questionnaire: Hashable {
    public static func == (one: Questionnaire, other: Questionnaire) -> Bool {
        one.canonicalJSON == other.canonicalJSON
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(canonicalJSON) }
}

/// Subject of a question, for statistics (FUP-2, REP-4).
public struct Subject: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// One overall rating and its meaning; "not rated" is not among them (FUP-3).
public struct RatingMeaning: Sendable, Hashable, Codable {
    /// 0 to 5.
    public let value: Int
    public let meaning: LocalizedText

    public static let values = 0...5
    /// Ratings that need a remark.
    public static let negativeValues = 0...2
}

/// Placeholders of opening and closing words.
public enum ScriptName: String, Sendable, Hashable, CaseIterable {
    case agent
    case company
    case customer
}

extension LocalizedText {
    /// The text in `language` with placeholders filled in; one without a value stays as it is.
    public func spoken(in language: Language, _ names: [ScriptName: String]) -> String {
        var rest = self[language][...]
        var spoken = ""
        // In one pass, so that braces in a name are not taken for a placeholder.
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
