import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups/{id}/correction`: the author corrects a sheet until it is sealed (ACC-3, FUP-6).
struct CorrectionController: Sendable {
    let followUps: FollowUpStore
    let asked: AskedQuestionnaireStore
    let sheets: SheetStore
    let door: RecordDoor
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (followUp, record) = try await open(.correction, context)
        let form = CorrectionForm(record.questionnaire).form
        let stored = record.revisions.last.map { form.showing($0.content.answers) } ?? form.blank
        return try await show(.opened(stored), of: followUp, record, context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let followUp: FollowUp
        let record: OpenedRecord
        do {
            (followUp, record) = try await open(.correction, context)
        } catch Refusal.forbidden {
            return try await keepWords(of: entered, context)
        }
        let bound = CorrectionForm(record.questionnaire).bind(entered, today: pages.today(context))
        return try await pages.take(try PostedForm(entered, bound)) {
            $0[CorrectionForm.reason]
        } again: { form in
            try await show(form, of: followUp, record, context)
        } store: { reason, form in
            let path = try await sheets.correct(
                CorrectionForm.content(form.bound), of: followUp.id, version: form.baseVersion(), because: reason,
                by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.sheet-corrected")
        }
    }

    /// Seals a sheet before the weekly deadline; for administrators.
    @Sendable func file(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await sheets.file(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.sheet-filed")
    }

    /// The sheet was sealed meanwhile, or is another's: nothing is stored, and the typed text is shown again.
    private func keepWords(of entered: SubmittedForm, _ context: MemberContext) async throws -> Response {
        guard let followUp = try await followUps.find(context.id()),
            let questionnaire = try await asked.find(followUp.questionnaire)
        else { throw Refusal.notFound }
        let page = UnsavedSheetPage(
            followUp, CorrectionForm(questionnaire).form, entered, because: "sealed", words: words(context))
        return try await pages.show(page, to: context, status: .forbidden)
    }

    private func open(
        _ purpose: RecordDoor.Purpose, _ context: MemberContext
    ) async throws -> (FollowUp, OpenedRecord) {
        let followUp = try await followUps.find(context.id()).orNotFound()
        return (followUp, try await door.open(followUp.id, for: context.member, purpose, context.stamp))
    }

    private func show(
        _ form: PostedForm, of followUp: FollowUp, _ record: OpenedRecord, _ context: MemberContext
    ) async throws -> Response {
        let page = CorrectionPage(followUp, record, mine: form, words: words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
