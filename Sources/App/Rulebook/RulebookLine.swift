import Forms
import Rulebooks

/// One statement of a rulebook in words; two rulebooks are compared line by line.
struct RulebookLine: Sendable, Hashable {
    /// Stable over versions, so that the same rule is compared with itself.
    let id: String
    let label: String
    let text: String
}

/// A rulebook in words of one language.
struct RulebookLines {
    let facts: [RulebookLine]
    /// By stage, in the order of the rulebook.
    let rules: [(stage: Stage, lines: [RulebookLine])]
    let questionnaires: [(questionnaire: Questionnaire, script: [RulebookLine], questions: [RulebookLine])]

    init(_ rulebook: Rulebook, _ words: Words) {
        let sentences = RuleWords(rulebook: rulebook, words: words)
        facts = RulebookFacts(rulebook: rulebook, words: words).lines
        rules = rulebook.stages.map { stage in
            let title = stage.title[words.language]
            let own = rulebook.cadence.filter { $0.stage == stage.id }
            return (
                stage,
                own.map { RulebookLine(id: "rule.\($0.key)", label: title, text: sentences.sentence($0)) }
            )
        }
        questionnaires = rulebook.questionnaires.map { questionnaire in
            (questionnaire, Self.script(of: questionnaire, words), Self.questions(of: questionnaire, words))
        }
    }

    private static func script(of questionnaire: Questionnaire, _ words: Words) -> [RulebookLine] {
        let title = questionnaire.title[words.language]
        return [("opening", questionnaire.opening), ("closing", questionnaire.closing)].map { part, text in
            RulebookLine(
                id: "\(part).\(questionnaire.id)",
                label: words("rulebook.script.\(part)", ["questionnaire": title]), text: ScriptWords.text(text, words))
        }
    }

    private static func questions(of questionnaire: Questionnaire, _ words: Words) -> [RulebookLine] {
        let title = questionnaire.title[words.language]
        return questionnaire.questions.enumerated().map { position, question in
            RulebookLine(
                id: "question.\(questionnaire.id).\(question.id)",
                label: words("rulebook.question", ["questionnaire": title, "number": String(position + 1)]),
                text: words(
                    "rulebook.question-with-kind",
                    ["text": question.text[words.language], "kind": QuestionWords.kind(question.kind, words)]))
        }
    }

    var all: [RulebookLine] {
        facts + rules.flatMap(\.lines) + questionnaires.flatMap { $0.script + $0.questions }
    }
}

/// Opening and closing words, with a label for each placeholder.
enum ScriptWords {
    static func text(_ text: LocalizedText, _ words: Words) -> String {
        let names = ScriptName.allCases.map { ($0, words("rulebook.script-name.\($0.rawValue)")) }
        return text.spoken(in: words.language, Dictionary(names) { first, _ in first })
    }
}

/// How a question is answered, in words.
enum QuestionWords {
    static func kind(_ kind: QuestionKind, _ words: Words) -> String {
        switch kind {
        case .yesNo: words("rulebook.kind.yes-no")
        case .satisfaction: words("rulebook.kind.satisfaction")
        case .rating: words("rulebook.kind.rating")
        case .number(let least, let most):
            words("rulebook.kind.number", ["least": String(least), "most": String(most)])
        case .text: words("rulebook.kind.text")
        }
    }
}
