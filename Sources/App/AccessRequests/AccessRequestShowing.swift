import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Rulebooks

/// Shows a request to read: when it is opened, and again when a decision about it could not be taken.
struct AccessRequestShowing: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let feedback: FeedbackStore
    let pages: PageResponder

    /// Shows one request with the steps that are open to whoever looks.
    func show(
        _ request: AccessRequest, approval: BoundForm? = nil, refusal: BoundForm? = nil, revocation: BoundForm? = nil,
        submission: SubmissionID = .random(), _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let blank = try await approvalForm(request, context).showing([
            "hours": [String(request.hours)], "scope": ["project"],
        ])
        let page = AccessRequestPage(
            request, approval: approval ?? blank, refusal: refusal ?? RefusalForm.form.blank,
            revocation: revocation ?? RevocationForm.form.blank, submission: submission, member: context.member,
            words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    /// The form of an approval, with the records of the project that it can be narrowed to.
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
