import Forms

extension Questionnaire {
    /// The sheet as a form: all questions in order, then the overall rating and the common fields.
    ///
    /// A question's fields are in the section of its subject; negative answers need a remark (FUP-4).
    static func form(_ questions: [Question], _ ratings: [RatingMeaning]) -> Form {
        let ofEverySheet: [any FormField] = [
            SheetField.overall, SheetField.customerWords, SheetField.agentNote, SheetField.problem,
        ]
        return Form("sheet", questions.flatMap { fields($0, ratings) } + ofEverySheet)
            .offering(ratings.map(\.choice), for: SheetField.overall.definition.name)
    }

    private static func fields(_ question: Question, _ ratings: [RatingMeaning]) -> [any FormField] {
        let answer = FieldDefinition(
            name: SheetField.answer(question.id), kind: kind(question.kind, ratings), label: .text(question.text),
            section: question.subject)
        let negative = question.kind.negativeAnswers
        guard !negative.isEmpty else { return [answer] }
        let whenNegative = Condition(field: answer.name, values: negative)
        let remark = FieldDefinition(
            name: SheetField.remark(question.id), kind: .textArea(maximum: 1_000), label: .text(SheetWords.remark),
            isRequired: true, shownWhen: whenNegative, section: question.subject)
        let isProblem = FieldDefinition(
            name: SheetField.isProblem(question.id), kind: .flag, label: .text(SheetWords.keepAsProblem),
            shownWhen: whenNegative, section: question.subject)
        return [answer, remark, isProblem]
    }

    private static func kind(_ kind: QuestionKind, _ ratings: [RatingMeaning]) -> FieldKind {
        let notAsked = Choice(value: SheetField.notAsked, label: .text(SheetWords.notAsked))
        return switch kind {
        case .yesNo:
            .choice([
                Choice(value: YesNo.yes.rawValue, label: .text(SheetWords.yes)),
                Choice(value: YesNo.no.rawValue, label: .text(SheetWords.no)),
                notAsked,
            ])
        case .satisfaction:
            .choice(
                Satisfaction.allCases.map {
                    Choice(value: $0.rawValue, label: .text(SheetWords.satisfaction($0)))
                } + [notAsked])
        case .rating: .scale(ratings.map(\.choice))
        case .number(let least, let most): .number(least...max(least, most))
        case .text: .textArea(maximum: 1_000)
        }
    }
}

extension RatingMeaning {
    var choice: Choice {
        Choice(value: String(value), label: .text(meaning))
    }
}
