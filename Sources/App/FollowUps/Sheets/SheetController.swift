import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups/{id}/sheet`: the sheet filled during the call, and its draft.
struct SheetController: Sendable {
    let followUps: FollowUpStore
    let asked: AskedQuestionnaireStore
    let sheets: SheetStore
    let door: RecordDoor
    let companyName: String
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await workable(context)
        guard followUp.state != .done else { return .seeOther(Paths.followUp(followUp.id)) }
        try demand(.work(followUp), context)
        guard Permissions.may(context.member, .fillSheet(followUp, at: context.now, in: pages.zone)) else {
            return .seeOther(Paths.followUp(followUp.id), notice: "notice.sheet-not-open")
        }
        let questionnaire = try await questionnaire(of: followUp)
        let form = questionnaire.form
        let draft = try await door.openDraft(followUp, for: context.member, context.stamp)
        let bound = draft.map { form.showing($0.content.answers) } ?? form.blank
        return try await show(.opened(bound), of: followUp, questionnaire, draft: .opened(draft), context)
    }

    /// Auto-save of the draft, called by the page's script; answers in JSON.
    @Sendable func keepDraft(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await workable(context)
        let entered = try await request.entered()
        let form = try await questionnaire(of: followUp, entered).form
        let content = SheetContent(answers: entered.fields.filter { form.definition(of: $0.key) != nil })
        // A window that sends no version has seen nothing that another window saved.
        let window = DraftWindow(
            submission: entered["submission"] == nil ? .random() : try entered.submission(),
            version: entered.version ?? 0)
        let words = pages.words(for: context)
        switch try await sheets.keepDraft(content, of: followUp.id, by: context.member, in: window, context.stamp) {
        case .kept(let version): return .json(Self.reply(version, words.time(context.now)))
        case .stale(let other): return .json(Self.reply(other.version, words.time(other.savedAt)), status: .conflict)
        case .closed: return Response(status: .conflict)
        }
    }

    private static func reply(_ version: Int, _ time: String) -> String {
        "{\"savedAt\":\"\(time)\",\"version\":\"\(version)\"}"
    }

    @Sendable func submit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let followUp = try await find(context)
        let questionnaire = try await questionnaire(of: followUp, entered)
        guard followUp.agentID == context.member.id else {
            return try await keepWords(
                of: entered, followUp, questionnaire, because: "other-agent", .forbidden, context)
        }
        let bound = questionnaire.form.bind(entered.fields, today: pages.today(context))
            .demandingAnAnswer()
        return try await pages.take(try PostedForm(entered, bound)) {
            SheetContent(answers: $0.canonical)
        } again: { form in
            let draft = form.isStale ? try await storedDraft(followUp, beside: form, context) : .known(form.version)
            return try await show(form, of: followUp, questionnaire, draft: draft, context)
        } store: { content, form in
            do {
                let path = try await sheets.submit(
                    content, questionnaire, of: followUp.id, by: context.member, form.submission,
                    knowing: form.version ?? 0, context.stamp)
                return .seeOther(path, notice: "notice.sheet-submitted")
            } catch is SheetStore.AlreadySubmitted {
                do {
                    return try await showTwoVersions(followUp, mine: entered, context)
                } catch Refusal.forbidden {
                    return try await keepWords(
                        of: entered, followUp, questionnaire, because: "sealed", .conflict, context)
                }
            } catch Refusal.conflict(let reason) {
                return try await keepWords(of: entered, followUp, questionnaire, because: reason, .conflict, context)
            }
        }
    }

    /// The follow-up is no longer this person's: nothing is stored, and the typed text is shown again.
    private func keepWords(
        of entered: SubmittedForm, _ followUp: FollowUp, _ questionnaire: Questionnaire, because reason: String,
        _ status: HTTPResponse.Status, _ context: MemberContext
    ) async throws -> Response {
        let page = UnsavedSheetPage(
            followUp, questionnaire.form, entered, because: reason, words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    /// The sheet was sent from another window meanwhile: both versions are shown, and sending again makes a correction
    /// (UX-4).
    private func showTwoVersions(
        _ followUp: FollowUp, mine entered: SubmittedForm, _ context: MemberContext
    ) async throws -> Response {
        let record = try await door.open(followUp.id, for: context.member, .twoVersions, context.stamp)
        let mine = CorrectionForm(record.questionnaire).bind(entered, today: pages.today(context))
        let form = PostedForm.opened(mine).tooLate(SheetStore.AlreadySubmitted())
        let page = CorrectionPage(followUp, record, mine: form, words: words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    /// Another window has saved a draft that this one has not shown: both are shown, and sending again overwrites it.
    private func storedDraft(
        _ followUp: FollowUp, beside mine: PostedForm, _ context: MemberContext
    ) async throws -> ShownDraft {
        let stored = try await door.openDraft(followUp, for: context.member, context.stamp)
        return .stale(stored, mine.bound.form.bind(stored?.content.answers ?? [:], today: pages.today(context)))
    }

    private func show(
        _ form: PostedForm, of followUp: FollowUp, _ questionnaire: Questionnaire, draft: ShownDraft,
        _ context: MemberContext
    ) async throws -> Response {
        let today = pages.today(context)
        let start = today.start(in: pages.zone)
        let briefing = try await followUps.briefing(for: followUp, on: today, since: start, to: context.member.id)
            .orNotFound()
        if !briefing.arePhonesNoted {
            try await followUps.notePhonesShown(of: followUp, since: start, context.stamp)
        }
        let rules = followUps.rules.current
        let times = CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: rules.rulebook, calendar: rules.calendar)
        let page = SheetPage(
            form, of: followUp, questionnaire, briefing, draft: draft, times: times,
            names: [.agent: context.member.name, .company: companyName], words: words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func find(_ context: MemberContext) async throws -> FollowUp {
        try await followUps.find(context.id()).orNotFound()
    }

    private func workable(_ context: MemberContext) async throws -> FollowUp {
        let followUp = try await find(context)
        guard followUp.agentID == context.member.id else { throw Refusal.forbidden("other-agent") }
        return followUp
    }

    private func demand(_ action: Action, _ context: MemberContext) throws {
        guard Permissions.may(context.member, action) else { throw Refusal.conflict("not-owed-by-you") }
    }

    /// - Parameter entered: the posted form, which names its questionnaire.
    private func questionnaire(of followUp: FollowUp, _ entered: SubmittedForm? = nil) async throws -> Questionnaire {
        let digest = entered?.fields["asked"]?.first
        return try await asked.find(followUp.questionnaire, asked: digest).orNotFound()
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
