import Forms

/// One thing that is asked on the phone (FUP-2, FUP-4).
public struct Question: Sendable, Hashable, Codable {
    /// Unique in its questionnaire.
    public let id: String
    /// The id of the subject that its answers count for.
    public let subject: String
    public let text: LocalizedText
    public let kind: QuestionKind
}

/// How a question is answered; every kind may also stay unanswered.
public enum QuestionKind: Sendable, Hashable, Codable {
    /// Yes or no; one of them is bad news.
    case yesNo(negative: YesNo)
    /// From very satisfied to very dissatisfied.
    case satisfaction
    /// 0 to 5 with the rulebook's meanings (FUP-3).
    case rating
    case number(least: Int, most: Int)
    case text
}

public enum YesNo: String, Sendable, Hashable, CaseIterable, Codable {
    case yes
    case no
}

/// The answers to a question about satisfaction, best first.
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
    /// The answers that ask for a remark and may be kept as an open problem (FUP-4); empty where none can be negative.
    public var negativeAnswers: Set<String> {
        switch self {
        case .yesNo(let negative): [negative.rawValue]
        case .satisfaction: Set(Satisfaction.allCases.filter(\.isNegative).map(\.rawValue))
        case .rating: Set(RatingMeaning.negativeValues.map(String.init))
        case .number, .text: []
        }
    }
}
