import Forms
import Foundation
import Hummingbird
import Rulebooks

/// One request and the administrators' steps: `…/approval`, `…/refusal`, `/access-grants/{id}/revocation`.
struct AccessDecisionsController: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let feedback: FeedbackStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let rows = Permissions.accessRequests(for: context.member)
        let found = try await access.find(context.number("id"), in: rows, at: context.now)
        guard let found else { throw Refusal.notFound }
        return try await show(found, context)
    }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let asked = try await find(context)
        let form = try await approvalForm(asked, context)
        let bound = form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let hours = bound[ApprovalForm.hours].flatMap({ Int($0) }) else {
            return try await show(
                asked, approval: bound, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await access.approve(
            asked.id, until: context.now.addingTimeInterval(Double(hours) * 3600),
            only: bound[ApprovalForm.scope].flatMap(SealedRecord.init), remark: bound[ApprovalForm.remark] ?? "",
            by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-approved")
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let asked = try await find(context)
        let bound = RefusalForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[RefusalForm.reason] else {
            return try await show(asked, refusal: bound, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await access.refuse(
            asked.id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-refused")
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let id = try context.number("id")
        guard let asked = try await access.findRequest(ofGrant: id, at: context.now) else { throw Refusal.notFound }
        let bound = RevocationForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[RevocationForm.reason] else {
            return try await show(
                asked, revocation: bound, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await access.revoke(id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-revoked")
    }

    private func find(_ context: MemberContext) async throws -> AccessRequest {
        guard let asked = try await access.find(context.number("id"), in: .all, at: context.now) else {
            throw Refusal.notFound
        }
        return asked
    }

    /// Shows one request with the steps that are open to whoever looks.
    private func show(
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
    private func approvalForm(_ request: AccessRequest, _ context: MemberContext) async throws -> Form {
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

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
