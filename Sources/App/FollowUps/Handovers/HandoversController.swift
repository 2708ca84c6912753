import Forms
import Foundation
import Hummingbird

/// `/staff/{id}/handover` and `/handovers/{id}`: handing calls to others, many at once, and taking that back (ACC-9).
struct HandoversController: Sendable {
    let handovers: HandoverStore
    let members: MemberStore
    let showing: FollowUpShowing

    private var pages: PageResponder { showing.pages }

    /// The form; with what and to whom in the address, what each would get and the form to decide it with.
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let agents = try await agents(besides: member)
        let query = request.queryValues
        let today = pages.today(context)
        guard ["extent", "to", "from"].contains(where: { query[$0] != nil }) else {
            return try await show(member, HandoverForm.blank(agents, today: today), nil, context)
        }
        let bound = HandoverForm.form(agents, today: today, asksWhy: false).bind(query, today: today)
        let status: HTTPResponse.Status = bound.isValid ? .ok : .unprocessableContent
        let decision = HandoverForm.form(agents, today: today, asksWhy: true).showing(query)
        return try await show(member, bound, bound.isValid ? decision : nil, context, status: status)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let entered = try await request.entered()
        let today = pages.today(context)
        let form = HandoverForm.form(try await agents(besides: member), today: today, asksWhy: true)
        let bound = form.bind(entered.fields, today: today)
        guard bound.isValid, let wish = HandoverForm.wish(bound, from: member.id),
            let reason = bound[HandoverForm.reason]
        else {
            return try await show(
                member, bound, bound, submission: entered.submission(), context, status: .unprocessableContent)
        }
        let path = try await handovers.handOver(
            wish, because: reason, today: today, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.handed-over")
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let handover = try await handovers.find(context.id()).orNotFound()
        return try await pages.show(HandoverPage(handover, words: pages.words(for: context)), to: context)
    }

    @Sendable func reverse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let path = try await handovers.reverse(context.id(), entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.handover-reversed")
    }

    /// Gives one call to another agent.
    @Sendable func handOverCall(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let followUp = try await showing.find(context)
        let bound = CallHandoverForm.form(try await showing.callers()).bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let agent = bound[CallHandoverForm.agent].flatMap({ Member.ID($0) }),
            let note = bound[CallHandoverForm.note]
        else {
            return try await showing.show(followUp, context, submission) { $0.handover = bound }
        }
        let path = try await handovers.handOver(
            call: followUp.id, to: agent, because: note, submission, context.stamp)
        return .seeOther(path, notice: "notice.call-handed-over")
    }

    /// - Parameter decision: the form to decide with, once what goes to whom is known.
    private func show(
        _ member: Member, _ bound: BoundForm, _ decision: BoundForm?, submission: SubmissionID = .random(),
        _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let today = pages.today(context)
        let load = try await handovers.load(of: member.id, on: today)
        let wish = decision == nil ? nil : HandoverForm.wish(bound, from: member.id)
        let shares: [HandoverShare]? =
            if let wish { try await handovers.preview(wish, today: today) } else { nil }
        let page = NewHandoverPage(
            member, load, bound, decision: decision, shares: shares,
            earlier: try await handovers.latest(from: member.id),
            submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }

    private func member(_ context: MemberContext) async throws -> Member {
        try await members.find(context.id()).orNotFound()
    }

    private func agents(besides member: Member) async throws -> [Choice] {
        try await members.all().choices { $0.canCall && $0.id != member.id }
    }
}
