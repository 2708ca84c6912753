import Forms
import Foundation
import Hummingbird

/// What becomes of a call that cannot be made: excused, asked to be excused, or put back on somebody's list (CAD-4).
struct ExcusesController: Sendable {
    let showing: FollowUpShowing

    private var followUps: FollowUpStore { showing.followUps }

    @Sendable func excuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let followUp = try await showing.find(context)
        let bound = ExcuseForm.form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let reason = bound[ExcuseForm.reason] else {
            return try await showing.show(followUp, context, submission) { $0.excuse = bound }
        }
        guard followUp.agentID != context.member.id else { throw Refusal.forbidden("own-call") }
        let path = try await followUps.excuse(followUp.id, because: reason, submission, context.stamp)
        return .seeOther(path, notice: "notice.follow-up-excused")
    }

    @Sendable func ask(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let followUp = try await showing.find(context)
        let bound = ExcuseRequestForm.form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let reason = bound[ExcuseRequestForm.reason] else {
            return try await showing.show(followUp, context, submission) { $0.asking = bound }
        }
        let path = try await followUps.askToExcuse(
            followUp.id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.excuse-requested")
    }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let path = try await followUps.approveExcuse(
            context.id(), by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.follow-up-excused")
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let asked = try await followUps.excuseRequest(context.id()).orNotFound()
        let bound = ExcuseRefusalForm.form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let answer = bound[ExcuseRefusalForm.answer] else {
            return try await showing.show(asked.followUp, context, submission) { $0.refusal = bound }
        }
        let path = try await followUps.refuseExcuse(
            asked.id, because: answer, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.excuse-refused")
    }

    @Sendable func reinstate(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let followUp = try await showing.find(context)
        let bound = ReinstatementForm.bind(
            entered, try await showing.callers(), for: followUp, today: showing.pages.today(context))
        guard bound.isValid else {
            return try await showing.show(followUp, context, submission) { $0.reinstatement = bound }
        }
        let path = try await followUps.reinstate(
            followUp.id, to: bound[ReinstatementForm.agent].flatMap { ID($0) },
            note: bound[ReinstatementForm.note] ?? "", submission, context.stamp)
        return .seeOther(path, notice: "notice.follow-up-reinstated")
    }
}
