import Forms
import Foundation
import Hummingbird

/// Finds a follow-up and shows its page, also after one of its forms was rejected.
struct FollowUpShowing: Sendable {
    let followUps: FollowUpStore
    let members: MemberStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> FollowUp {
        try await followUps.find(context.id()).orNotFound()
    }

    func show(_ followUp: FollowUp, _ context: MemberContext) async throws -> Response {
        let page = try await page(followUp, try await forms(followUp), context)
        return try await pages.show(page, to: context)
    }

    /// Shows it with one of its forms as posted.
    func show(
        _ followUp: FollowUp, _ form: PostedForm, in place: WritableKeyPath<FollowUpDecisionForms, PostedForm>,
        _ context: MemberContext
    ) async throws -> Response {
        var forms = try await forms(followUp)
        forms[keyPath: place] = form
        return try await pages.show(try await page(followUp, forms, context), to: context, status: form.status)
    }

    private func forms(_ followUp: FollowUp) async throws -> FollowUpDecisionForms {
        FollowUpDecisionForms(followUp, agents: try await callers())
    }

    private func page(
        _ followUp: FollowUp, _ forms: FollowUpDecisionForms, _ context: MemberContext
    ) async throws -> FollowUpPage {
        let details = try await followUps.details(of: followUp.id, for: context.member, at: context.now)
        return FollowUpPage(
            followUp, details, forms, member: context.member, times: times(context), words: words(context))
    }

    /// Members who can have follow-ups, as options.
    func callers() async throws -> [Choice] { try await members.all().choices(where: \.canCall) }

    func times(_ context: MemberContext) -> CallbackTimes {
        CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.rules.calendar)
    }

    func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
