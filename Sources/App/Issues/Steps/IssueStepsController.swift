import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// The steps that people take with an issue: `/issues/{id}/{step}`.
struct IssueStepsController: Sendable {
    let showing: IssueShowing

    private var issues: IssueStore { showing.issues }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let action = context.parameters.get("step").flatMap(IssueAction.init) else { throw Refusal.notFound }
        let entered = try await request.entered()
        let submission = try entered.submission()
        let whole = try await showing.find(context)
        guard Permissions.may(context.member, .take(action, whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        let form = showing.forms(whole, context).form(of: action)
        let bound = form.form.bind(entered.fields, today: showing.pages.today(context))
        guard let wish = form.wish(bound) else {
            return try await showing.show(
                whole, refused: InvalidAction(action: action, bound: bound, submission: submission), context,
                status: .unprocessableContent)
        }
        do {
            let path = try await issues.take(
                wish, on: whole.issue.id, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-\(action.rawValue)")
        } catch let refusal as IssueRefusal {
            return try await showing.show(
                try await showing.find(context), missed: RejectedAction(refusal: refusal, typed: wish.text), context,
                status: .conflict)
        }
    }
}
