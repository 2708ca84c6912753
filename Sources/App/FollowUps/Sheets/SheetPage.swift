import Forms
import Foundation
import Markup
import Rulebooks

/// The phone follow-up sheet: one page for the whole call (FUP-1).
struct SheetPage: Page {
    static let template = "follow-ups/sheets/sheet"
    let values: PageValues

    init(
        _ form: PostedForm, of followUp: FollowUp, _ questionnaire: Questionnaire, _ briefing: CallDetails,
        draft: ShownDraft, times: CallbackTimes, names: [ScriptName: String], words follow: FollowUpWords
    ) {
        let words = follow.words
        let bound = form.bound
        let digest = questionnaire.digest
        let customer = Self.address(briefing, words)
        let names = names.merging([.customer: customer]) { own, _ in own }
        values =
            ([
                "title": .text(words("sheet.title", ["customer": briefing.customerName])),
                "customer": .text(customer), "isKey": .flag(briefing.isKeyCustomer),
                "stage": .text(follow.stage(followUp.stage)), "badge": follow.badge(followUp),
                "urgency": .text(follow.urgency(followUp)), "backHref": .text(Paths.followUp(followUp.id)),
                "phones": .list(
                    briefing.phones.map { ["number": .text($0.canonical), "href": .text("tel:\($0.dialled)")] }),
                "hours": .optional(times.note(words)),
                "facts": .list(Self.facts(followUp, briefing, follow)),
                "others": .list(briefing.otherFollowUps.map { FollowUpRow.values($0, follow) }),
                "hasOthers": .flag(!briefing.otherFollowUps.isEmpty),
                "attempts": .list(briefing.attempts.map { AttemptRow.values($0, follow) }),
                "hasAttempts": .flag(!briefing.attempts.isEmpty),
                "notes": .list(
                    briefing.steps.filter { $0.text != nil }.map { StepRow.values($0, for: nil, words) }),
                "panel": .page(AttemptPanel.values(followUp, .opened(AttemptForm.form.blank), words: words)),
                "opening": .text(questionnaire.opening.spoken(in: words.language, names)),
                "closing": .text(questionnaire.closing.spoken(in: words.language, names)),
                "action": .text(Paths.sheet(followUp.id)), "draftAction": .text(Paths.draft(followUp.id)),
                "submission": .text(form.submission.text), "asked": .text(digest),
                "draft": draft.restoredAt.map { .text(words("sheet.draft-restored", ["time": follow.moment($0)])) }
                    ?? .none,
                "version": .number(draft.version), "isConflict": .flag(draft.theirs != nil),
                "differences": draft.theirs.map { FormValues.differences(mine: bound, theirs: $0, words) } ?? .list([]),
                "sheetHref": .text(Paths.sheet(followUp.id)),
                "sections": SheetSections.questions(bound, questionnaire, keptAs: digest, words),
                "tail": SheetSections.closing(bound, keptAs: digest, words),
            ] as PageValues).merging(FormValues.errors(bound, words)) { own, _ in own }
    }

    private static func address(_ briefing: CallDetails, _ words: Words) -> String {
        FormOfAddress(rawValue: briefing.formOfAddress)?.words(for: briefing.customerName, words)
            ?? briefing.customerName
    }

    private static func facts(
        _ followUp: FollowUp, _ briefing: CallDetails, _ follow: FollowUpWords
    ) -> [PageValues] {
        let words = follow.words
        var rows: [(String, String, String?)] = [
            (words("follow-ups.column.project"), followUp.projectNumber, Paths.project(followUp.projectID)),
            (words("sheet.site"), briefing.siteAddress, nil),
            (words("follow-ups.column.reason"), follow.reason(followUp), nil),
        ]
        rows += briefing.people.map { (words("duty.\($0.duty)"), $0.name, nil) }
        rows += briefing.milestones.compactMap { kind, dates in
            guard let day = dates.actual ?? dates.planned else { return nil }
            let key = dates.actual == nil ? "sheet.planned-day" : "sheet.actual-day"
            return (words("milestone.\(kind.rawValue)"), words(key, ["day": words.day(day)]), nil)
        }
        return rows.filter { !$0.1.isEmpty }.map { label, value, href in
            ["label": .text(label), "value": .text(value), "href": .optional(href)]
        }
    }
}
