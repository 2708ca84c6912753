import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups`: the list, one follow-up, attempts, and the administrators' decisions about it.
struct FollowUpsController: Sendable {
    let followUps: FollowUpStore
    let members: MemberStore
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
        let list = try await followUps.list(filter, today: pages.today(context), limit: FollowUpsFile.limit)
        try await followUps.noteExport(rows: list.followUps.count, context.stamp)
        let file = FollowUpsFile(list.followUps, words: words(context))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(file.name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        guard let followUp = try await followUps.find(id) else { throw Refusal.notFound }
        return try await show(followUp, AttemptForm.form.blank, context)
    }

    @Sendable func recordAttempt(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        let entered = try await request.entered()
        guard let followUp = try await followUps.find(id) else { throw Refusal.notFound }
        let times = CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.books.calendar)
        let bound = AttemptForm.bind(entered, times: times, today: pages.today(context))
        guard bound.isValid, let attempt = AttemptForm.attempt(bound, times: times) else {
            return try await show(followUp, bound, context, status: .unprocessableContent)
        }
        let path = try await followUps.record(
            attempt.outcome, callbackAt: attempt.callbackAt, of: id, by: context.member, entered.submission(),
            context.stamp)
        return .seeOther(path, notice: attempt.callbackAt == nil ? "notice.attempt-recorded" : "notice.callback-agreed")
    }

    @Sendable func excuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        let entered = try await request.entered()
        guard let followUp = try await followUps.find(id) else { throw Refusal.notFound }
        let bound = ExcuseForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[ExcuseForm.reason] else {
            return try await show(
                followUp, AttemptForm.form.blank, excuse: bound, context, status: .unprocessableContent)
        }
        let path = try await followUps.excuse(id, because: reason, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.follow-up-excused")
    }

    @Sendable func reinstate(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        let entered = try await request.entered()
        let path = try await followUps.reinstate(id, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.follow-up-reinstated")
    }

    private func show(
        _ followUp: FollowUp, _ attempt: BoundForm, excuse: BoundForm = ExcuseForm.form.blank, _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let details = try await followUps.details(of: followUp.id, for: context.member, at: context.now)
        let page = FollowUpPage(
            followUp, details, attempt: attempt, excuse: excuse, member: context.member, now: context.now,
            words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
