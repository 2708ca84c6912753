import Foundation
import HTTPTypes
import Hummingbird

/// Finds an issue within the member's scope and shows its page, also after a step was rejected.
struct IssueShowing: Sendable {
    let issues: IssueStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> IssueOverview {
        try await issues.findWhole(context.id(), visibleTo: context.member).orNotFound()
    }

    func forms(_ whole: IssueOverview, _ context: MemberContext) -> IssueActionForms {
        IssueActionForms(whole, rulebook: issues.rules.rulebook, now: context.now, zone: pages.zone)
    }

    /// - Parameter posted: a rejected form, as it was sent.
    func show(
        _ whole: IssueOverview, phonesInFull: Bool = false, posted: (action: IssueAction, form: PostedForm)? = nil,
        _ context: MemberContext
    ) async throws -> Response {
        let page = IssuePage(
            whole, forms(whole, context), phonesInFull: phonesInFull, posted: posted, member: context.member,
            words: words(context))
        return try await pages.show(page, to: context, status: posted?.form.status ?? .ok)
    }

    func words(_ context: MemberContext) -> IssueWords {
        IssueWords(rulebook: issues.rules.rulebook, words: pages.words(for: context), now: context.now)
    }
}
