import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups`: the list, one follow-up, attempts, and the administrators' decisions about it.
struct FollowUpsController: Sendable {
    let followUps: FollowUpStore
    let members: MemberStore
    let audit: AuditStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FollowUpFilter(query: request.query, member: context.member)
        let list = try await followUps.list(filter, today: pages.today(context))
        let agents = try await members.all().filter { $0.has(.agent) }
        let page = FollowUpsPage(
            list, filter, agents: agents, member: context.member, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file: the same columns, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FollowUpFilter(query: request.query, member: context.member)
        let list = try await followUps.list(filter, today: pages.today(context), limit: CSVFile.limit)
        try await audit.noteExport(of: "follow-ups", rows: list.followUps.count, context.stamp)
        return CSVFile(list.followUps, words: words(context)).response
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        guard let followUp = try await followUps.find(id) else { throw Refusal.notFound }
        return try await show(followUp, context)
    }

    @Sendable func recordAttempt(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        let entered = try await request.entered()
        let submission = try entered.submission()
        guard let followUp = try await followUps.find(id) else { throw Refusal.notFound }
        let times = times(context)
        let bound = AttemptForm.bind(entered, times: times, today: pages.today(context))
        guard bound.isValid, let attempt = AttemptForm.attempt(bound, times: times) else {
            return try await show(followUp, context, submission) { $0.attempt = bound }
        }
        let path = try await followUps.record(
            attempt.outcome, callbackAt: attempt.callbackAt, of: id, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: Self.notice(attempt.callbackAt, times))
    }

    /// A time outside the call hours is what the customer wished for: it is pointed out, not refused (CAD-3).
    private static func notice(_ callbackAt: Date?, _ times: CallbackTimes) -> String {
        guard let callbackAt else { return "notice.attempt-recorded" }
        guard let why = times.noCallTime(at: callbackAt) else { return "notice.callback-agreed" }
        return "notice.callback-agreed.\(why.rawValue)"
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

    private func times(_ context: MemberContext) -> CallbackTimes {
        CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.books.calendar)
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
