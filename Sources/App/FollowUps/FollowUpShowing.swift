import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// Finds a follow-up and shows its page: when it is opened, and again when a form on it could not be taken.
struct FollowUpShowing: Sendable {
    let followUps: FollowUpStore
    let members: MemberStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> FollowUp {
        try await followUps.find(context.id()).orNotFound()
    }

    /// Shows the page of a follow-up.
    /// - Parameter submission: the number of a form that could not be taken.
    /// - Parameter refused: puts a form that could not be taken in its place, as it was sent.
    func show(
        _ followUp: FollowUp, _ context: MemberContext, _ submission: SubmissionID? = nil,
        refused: ((inout FollowUpDecisionForms) -> Void)? = nil
    ) async throws -> Response {
        let details = try await followUps.details(of: followUp.id, for: context.member, at: context.now)
        var forms = FollowUpDecisionForms(followUp, agents: try await callers())
        forms.refused = submission
        refused?(&forms)
        let page = FollowUpPage(
            followUp, details, forms, member: context.member, times: times(context), words: words(context))
        return try await pages.show(page, to: context, status: refused == nil ? .ok : .unprocessableContent)
    }

    /// Those who make calls, as fields offer them.
    func callers() async throws -> [Choice] { try await members.all().choices(where: \.canCall) }

    func times(_ context: MemberContext) -> CallbackTimes {
        CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.books.calendar)
    }

    func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
