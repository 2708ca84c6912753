import Forms
import Foundation
import Hummingbird

/// `/staff/{id}/handover` and `/handovers/{id}`: handing over follow-ups, many at once, and reversing that (ACC-9).
struct HandoversController: Sendable {
    let handovers: HandoverStore
    let members: MemberStore
    let showing: FollowUpShowing

    private var pages: PageResponder { showing.pages }

    /// The form; once scope and recipients are in the address, also the preview and the form to confirm it.
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let agents = try await agents(besides: member)
        let query = request.queryValues
        let today = pages.today(context)
        guard ["extent", "to", "from"].contains(where: { query[$0] != nil }) else {
            return try await show(.opened(HandoverForm.blank(agents, today: today)), of: member, context)
        }
        let bound = HandoverForm.form(agents, today: today, asksWhy: false).bind(query, today: today)
        let decision = HandoverForm.form(agents, today: today, asksWhy: true).showing(query)
        return try await show(.opened(bound), bound.isValid ? decision : nil, of: member, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = try await member(context)
        let today = pages.today(context)
        let form = HandoverForm.form(try await agents(besides: member), today: today, asksWhy: true)
        return try await pages.take(form, from: request, context) {
            HandoverForm.decision($0, from: member.id)
        } again: { form in
            try await show(form, form.bound, of: member, context)
        } store: { decision, form in
            let path = try await handovers.handOver(
                decision.wish, because: decision.reason, today: today, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.handed-over")
        }
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let handover = try await handovers.find(context.id()).orNotFound()
        return try await pages.show(HandoverPage(handover, words: pages.words(for: context)), to: context)
    }

    @Sendable func reverse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await handovers.reverse(context.id(), request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.handover-reversed")
    }

    /// Hands over a single follow-up.
    @Sendable func handOverCall(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await showing.find(context)
        let form = CallHandoverForm.form(try await showing.callers())
        return try await pages.take(form, from: request, context) {
            CallHandoverForm.handover($0)
        } again: { form in
            try await showing.show(followUp, form, in: \.handover, context)
        } store: { handover, form in
            let path = try await handovers.handOver(
                call: followUp.id, to: handover.agent, because: handover.note, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.call-handed-over")
        }
    }

    /// - Parameter decision: the form to confirm, once scope and recipients are known.
    private func show(
        _ form: PostedForm, _ decision: BoundForm? = nil, of member: Member, _ context: MemberContext
    ) async throws -> Response {
        let today = pages.today(context)
        let load = try await handovers.load(of: member.id, on: today)
        let wish = decision == nil ? nil : HandoverForm.wish(form.bound, from: member.id)
        let shares: [HandoverShare]? =
            if let wish { try await handovers.preview(wish, today: today) } else { nil }
        let page = NewHandoverPage(
            member, load, form, decision: decision, shares: shares,
            earlier: try await handovers.latest(from: member.id), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func member(_ context: MemberContext) async throws -> Member {
        try await members.find(context.id()).orNotFound()
    }

    private func agents(besides member: Member) async throws -> [Choice] {
        try await members.all().choices { $0.canCall && $0.id != member.id }
    }
}
