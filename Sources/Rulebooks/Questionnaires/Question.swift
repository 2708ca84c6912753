import Forms

/// One question of a phone follow-up (FUP-2, FUP-4).
public struct Question: Sendable, Hashable, Codable {
    /// Unique in its questionnaire.
    public let id: String
    /// Id of its subject, for statistics.
    public let subject: String
    public let text: LocalizedText
    public let kind: QuestionKind
}

/// Kind of answer; every question may stay unanswered.
public enum QuestionKind: Sendable, Hashable, Codable {
    /// Yes or no; one of them is negative.
    case yesNo(negative: YesNo)
    /// From very satisfied to very dissatisfied.
    case satisfaction
    /// 0 to 5, with the rulebook's meanings (FUP-3).
    case rating
    case number(least: Int, most: Int)
    case text
}

public enum YesNo: String, Sendable, Hashable, CaseIterable, Codable {
    case yes
    case no
}

/// Answers to a question about satisfaction, best first.
public enum Satisfaction: String, Sendable, Hashable, CaseIterable, Codable {
    case verySatisfied = "very-satisfied"
    case satisfied
    case average
    case dissatisfied
    case veryDissatisfied = "very-dissatisfied"

    var isNegative: Bool {
        switch self {
        case .verySatisfied, .satisfied, .average: false
        case .dissatisfied, .veryDissatisfied: true
        }
    }
}

extension QuestionKind {
    /// Answers that need a remark and may be recorded as an open problem (FUP-4); empty when none is negative.
    public var negativeAnswers: Set<String> {
        switch self {
        case .yesNo(let negative): [negative.rawValue]
        case .satisfaction: Set(Satisfaction.allCases.filter(\.isNegative).map(\.rawValue))
        case .rating: Set(RatingMeaning.negativeValues.map(String.init))
        case .number, .text: []
        }
    }
}
