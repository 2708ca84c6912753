import Forms
import Markup
import Rulebooks

/// The fields of a sheet grouped by subject, and the closing part of every sheet.
enum SheetSections {
    static let tail = [
        SheetField.overall.definition.name, SheetField.customerWords.definition.name,
        SheetField.problem.definition.name, SheetField.agentNote.definition.name,
    ]

    /// The fields of each subject; subjects in the order of their first question.
    /// - Parameter digest: of the questionnaire; its questions never change, so they are drawn once.
    static func questions(
        _ bound: BoundForm, _ questionnaire: Questionnaire, keptAs digest: String, _ words: Words
    ) -> PageValue {
        let fields = FieldValues(bound: bound, words: words, marksOptional: false, keptAs: digest)
        return .list(
            questionnaire.subjects.compactMap { subject in
                let own = bound.form.fields.filter { $0.section == subject.id }
                guard !own.isEmpty else { return nil }
                return ["title": .text(subject.title[words.language]), "fields": .list(own.map(fields.make))]
            })
    }

    static func closing(_ bound: BoundForm, keptAs digest: String, _ words: Words) -> PageValue {
        let fields = FieldValues(bound: bound, words: words, marksOptional: false, keptAs: digest)
        return .list(tail.compactMap { bound.form[$0] }.map(fields.make))
    }
}
