import Forms

/// Parses the questionnaires.
struct QuestionnaireReader {
    let subjects: [Subject]?
    let ratings: [RatingMeaning]

    func read(_ spots: [YAMLNode]) -> [Questionnaire] {
        var ids = UniqueNames()
        return spots.compactMap { spot in
            guard let mapping = spot.mapping() else { return nil }
            let questionnaire = questionnaire(mapping)
            ids.check(questionnaire?.id, at: mapping.optional("id"))
            return questionnaire
        }
    }

    private func questionnaire(_ mapping: MappingReader) -> Questionnaire? {
        let id = mapping.required("id")?.identifier()
        let title = mapping.required("title")?.localized()
        let opening = mapping.required("opening")?.localized(naming: ScriptName.allCases)
        let closing = mapping.required("closing")?.localized(naming: ScriptName.allCases)
        let questions = mapping.required("questions")?.list(atMost: Limits.questions).map(questions)
        mapping.finish()
        guard let id, let title, let opening, let closing, let questions else { return nil }
        return Questionnaire(
            id: id, title: title, opening: opening, closing: closing, questions: questions,
            subjects: subjects(of: questions), ratings: ratings)
    }

    private func subjects(of questions: [Question]) -> [Subject] {
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.subject).inserted }.compactMap { question in
            subjects?.first { $0.id == question.subject }
        }
    }

    private func questions(_ spots: [YAMLNode]) -> [Question] {
        var ids = UniqueNames()
        return spots.compactMap { spot -> Question? in
            guard let mapping = spot.mapping() else { return nil }
            let id = mapping.required("id")?.identifier()
            ids.check(id, at: mapping.optional("id"))
            let subject = mapping.required("subject")?.reference(to: subjects?.map(\.id))
            let text = mapping.required("text")?.localized()
            let kind = kind(mapping)
            mapping.finish()
            guard let id, let subject, let text, let kind else { return nil }
            return Question(id: id, subject: subject, text: text, kind: kind)
        }
    }

    private func kind(_ mapping: MappingReader) -> QuestionKind? {
        switch mapping.required("kind")?.word(of: ["yes-no", "satisfaction", "rating", "number", "text"]) {
        case "yes-no": mapping.required("negative")?.option(YesNo.self).map { .yesNo(negative: $0) }
        case "satisfaction": .satisfaction
        case "rating": .rating
        case "number": number(mapping)
        case "text": .text
        default: nil
        }
    }

    private func number(_ mapping: MappingReader) -> QuestionKind? {
        let least = mapping.required("least")?.integer(in: 0...1_000_000)
        let most = mapping.required("most")?.integer(in: 0...1_000_000)
        guard let least, let most else { return nil }
        if most < least { mapping.optional("most")?.note(.endsBeforeStart) }
        return .number(least: least, most: max(least, most))
    }
}
