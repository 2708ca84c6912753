import Forms
import Foundation
import Hummingbird

/// Taking steps on an issue: `/issues/{id}/{step}`.
struct IssueStepsController: Sendable {
    let showing: IssueShowing

    private var issues: IssueStore { showing.issues }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let action = context.parameters.get("step").flatMap(IssueAction.init) else { throw Refusal.notFound }
        let whole = try await showing.find(context)
        guard Permissions.may(context.member, .take(action, whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        let form = showing.forms(whole, context).form(of: action)
        return try await showing.pages.take(form.form, from: request, context) {
            form.wish($0)
        } again: { posted in
            try await showing.show(try await showing.find(context), posted: (action, posted), context)
        } store: { wish, posted in
            let path = try await issues.take(
                wish, on: whole.issue.id, by: context.member, posted.submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-\(action.rawValue)")
        }
    }
}
