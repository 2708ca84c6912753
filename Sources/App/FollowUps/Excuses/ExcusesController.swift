import Forms
import Foundation
import Hummingbird

/// Follow-ups that cannot be made: excuse requests, excuses, reinstatement (CAD-4).
struct ExcusesController: Sendable {
    let showing: FollowUpShowing

    private var followUps: FollowUpStore { showing.followUps }
    private var pages: PageResponder { showing.pages }

    @Sendable func excuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await showing.find(context)
        return try await pages.take(ExcuseForm.form, from: request, context) {
            $0[ExcuseForm.reason]
        } again: { form in
            try await showing.show(followUp, form, in: \.excuse, context)
        } store: { reason, form in
            guard followUp.agentID != context.member.id else { throw Refusal.forbidden("own-call") }
            let path = try await followUps.excuse(followUp.id, because: reason, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.follow-up-excused")
        }
    }

    @Sendable func ask(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await showing.find(context)
        return try await pages.take(ExcuseRequestForm.form, from: request, context) {
            $0[ExcuseRequestForm.reason]
        } again: { form in
            try await showing.show(followUp, form, in: \.asking, context)
        } store: { reason, form in
            let path = try await followUps.askToExcuse(
                followUp.id, because: reason, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.excuse-requested")
        }
    }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await followUps.approveExcuse(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.follow-up-excused")
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let asked = try await followUps.excuseRequest(context.id()).orNotFound()
        return try await pages.take(ExcuseRefusalForm.form, from: request, context) {
            $0[ExcuseRefusalForm.answer]
        } again: { form in
            try await showing.show(asked.followUp, form, in: \.refusal, context)
        } store: { answer, form in
            let path = try await followUps.refuseExcuse(
                asked.id, because: answer, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.excuse-refused")
        }
    }

    @Sendable func reinstate(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await showing.find(context)
        let entered = try await request.entered()
        let bound = ReinstatementForm.bind(
            entered, try await showing.callers(), for: followUp, today: pages.today(context))
        return try await pages.take(try PostedForm(entered, bound)) {
            (agent: $0[ReinstatementForm.agent].flatMap(Member.ID.init), note: $0[ReinstatementForm.note] ?? "")
        } again: { form in
            try await showing.show(followUp, form, in: \.reinstatement, context)
        } store: { wish, form in
            let path = try await followUps.reinstate(
                followUp.id, to: wish.agent, note: wish.note, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.follow-up-reinstated")
        }
    }
}
