import Forms
import Markup

/// The page of a correction; on a conflict, both versions side by side (UX-4).
struct CorrectionPage: Page {
    static let template = "follow-ups/records/correction"
    let values: PageValues

    init(
        _ followUp: FollowUp, _ record: OpenedRecord, mine form: PostedForm, words follow: FollowUpWords
    ) {
        let mine = form.bound
        let words = follow.words
        let reason = mine.form[CorrectionForm.reason.definition.name]
        let fields = FieldValues(bound: mine, words: words)
        let digest = record.questionnaire.digest
        var theirs = mine
        if let last = record.revisions.last {
            theirs = mine.form.bind(last.content.answers, today: follow.today)
        }
        values =
            ([
                "title": .text(words("correction.title", ["customer": followUp.customerName])),
                "stage": .text(follow.stage(followUp.stage)), "backHref": .text(Paths.followUp(followUp.id)),
                "seal": .text(words("record.seals-at", ["time": words.dateTime(record.facts.sealsAt)])),
                "action": .text(Paths.correction(followUp.id)), "submission": .text(form.submission.text),
                "version": .number(form.version ?? record.facts.version), "isConflict": .flag(form.isStale),
                "differences": form.isStale ? FormValues.differences(mine: mine, theirs: theirs, words) : .list([]),
                "sections": SheetSections.questions(mine, record.questionnaire, keptAs: digest, words),
                "tail": SheetSections.closing(mine, keptAs: digest, words),
                "reason": reason.map { .list([fields.make($0)]) } ?? .list([]),
            ] as PageValues).merging(FormValues.errors(mine, words)) { own, _ in own }
    }
}
