import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Shows an access request, also after a decision about it was rejected.
struct AccessRequestShowing: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let feedback: FeedbackStore
    let pages: PageResponder

    func show(_ request: AccessRequest, _ context: MemberContext) async throws -> Response {
        let page = AccessRequestPage(
            request, try await forms(request, context), member: context.member, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// Shows it with one of its forms as posted.
    func show(
        _ request: AccessRequest, _ form: PostedForm, in place: WritableKeyPath<AccessDecisionForms, PostedForm>,
        _ context: MemberContext
    ) async throws -> Response {
        var forms = try await forms(request, context)
        forms[keyPath: place] = form
        let page = AccessRequestPage(request, forms, member: context.member, words: words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func forms(_ request: AccessRequest, _ context: MemberContext) async throws -> AccessDecisionForms {
        let approval = try await approvalForm(request, context)
        return AccessDecisionForms(
            approval: .opened(approval.showing(["hours": [String(request.hours)], "scope": ["project"]])))
    }

    /// The form of an approval, with the project's records that it can be narrowed to.
    func approvalForm(_ request: AccessRequest, _ context: MemberContext) async throws -> Form {
        let words = words(context)
        var records: [Choice] = []
        if request.record == nil {
            let sheets = try await followUps.ofProject(request.projectID).filter { $0.state == .done }
            records = sheets.map {
                Choice(value: SealedRecord.followUp($0.id).description, label: .name(words.stage($0.stage)))
            }
            records += try await feedback.all(of: request.projectID).map {
                Choice(
                    value: SealedRecord.feedback($0.id).description,
                    label: .name(words.words("access.wanted-feedback", ["number": $0.number])))
            }
        }
        return ApprovalForm.form(request, records: records, followUps.rulebook.grants)
    }

    func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
