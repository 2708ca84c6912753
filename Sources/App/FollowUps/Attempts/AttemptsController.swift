import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups/{id}/attempts`: recording attempts to reach the customer.
struct AttemptsController: Sendable {
    let showing: FollowUpShowing

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await showing.find(context)
        let times = showing.times(context)
        let entered = try await request.entered()
        let bound = AttemptForm.bind(entered, times: times, today: showing.pages.today(context))
        return try await showing.pages.take(try PostedForm(entered, bound)) {
            AttemptForm.attempt($0, times: times)
        } again: { form in
            try await showing.show(followUp, form, in: \.attempt, context)
        } store: { attempt, form in
            let path = try await showing.followUps.record(
                attempt.outcome, callbackAt: attempt.callbackAt, of: followUp.id, by: context.member, form.submission,
                context.stamp)
            return .seeOther(path, notice: Self.notice(attempt.callbackAt, times))
        }
    }

    /// A callback outside the call hours is the customer's wish: a notice points it out, it is not refused (CAD-3).
    private static func notice(_ callbackAt: Date?, _ times: CallbackTimes) -> String {
        guard let callbackAt else { return "notice.attempt-recorded" }
        guard let why = times.noCallTime(at: callbackAt) else { return "notice.callback-agreed" }
        return "notice.callback-agreed.\(why.rawValue)"
    }
}
