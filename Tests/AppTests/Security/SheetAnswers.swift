import Forms
import Rulebooks

@testable import App

extension Questionnaire {
    /// How a customer answers.
    enum Mood: Sendable {
        case glad, angry
    }

    /// A sheet with an answer to everything; an angry one has a remark and an open problem wherever there can be one.
    /// - Parameter text: what is written into a field, by the field's name.
    func content(_ mood: Mood, _ text: (String) -> String) -> SheetContent {
        let negative = Dictionary(
            questions.map { (SheetField.answer($0.id), $0.kind.negativeAnswers) }, uniquingKeysWith: { one, _ in one })
        var answers: [String: [String]] = [:]
        for field in form.fields {
            let bad = negative[field.name] ?? (field.name == "overall" ? ["0", "1"] : [])
            if let condition = field.shownWhen, Set(answers[condition.field] ?? []).isDisjoint(with: condition.values) {
                continue
            }
            answers[field.name] = value(of: field, mood, bad).map { [$0 ?? text(field.name)] }
        }
        return SheetContent(answers: answers)
    }

    /// - Returns: `.some(nil)` for a field that takes text, nil for one that sheets do not have.
    private func value(of field: FieldDefinition, _ mood: Mood, _ bad: Set<String>) -> String?? {
        switch field.kind {
        case .text, .textArea: .some(nil)
        case .choice(let choices), .scale(let choices):
            .some(
                choices.map(\.value).first { bad.contains($0) == (mood == .angry) && $0 != SheetField.notAsked }
                    ?? choices.first?.value)
        case .number(let range): String(mood == .angry ? range.lowerBound : range.upperBound)
        case .flag: "yes"
        case .password, .money, .signature, .date, .dateTime, .phone, .choices, .person, .rows: nil
        }
    }
}
