import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Shows one request with the steps that are open to whoever looks.
struct AccessDecisionPages: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let pages: PageResponder

    func show(
        _ request: AccessRequest, approval: BoundForm? = nil, refusal: BoundForm? = nil, revocation: BoundForm? = nil,
        _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let blank = try await approvalForm(request, context).showing(["hours": [String(request.hours)], "scope": ["project"]])
        let page = AccessRequestPage(
            request, approval: approval ?? blank, refusal: refusal ?? RefusalForm.form.blank,
            revocation: revocation ?? RevocationForm.form.blank, member: context.member,
            words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    /// The form of an approval, with the records of the project that it can be narrowed to.
    func approvalForm(_ request: AccessRequest, _ context: MemberContext) async throws -> Form {
        let records =
            request.followUpID == nil
            ? try await followUps.ofProject(request.projectID).filter { $0.state == .done } : []
        let words = words(context)
        return ApprovalForm.form(request, records: records, stage: words.stage, followUps.rulebook.grants)
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
