import Forms
import Foundation
import Hummingbird
import Rulebooks

/// The administrators' steps: `…/approval`, `…/refusal`, `/access-grants/{id}/revocation`.
struct AccessDecisionsController: Sendable {
    let showing: AccessRequestShowing

    private var access: AccessStore { showing.access }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let asked = try await find(context)
        let form = try await showing.approvalForm(asked, context)
        let bound = form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let hours = bound[ApprovalForm.hours].flatMap({ Int($0) }) else {
            return try await showing.show(
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
        let bound = RefusalForm.form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let reason = bound[RefusalForm.reason] else {
            return try await showing.show(
                asked, refusal: bound, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await access.refuse(
            asked.id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-refused")
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let id: AccessGrant.ID = try context.id()
        let asked = try await access.findRequest(ofGrant: id, at: context.now).orNotFound()
        let bound = RevocationForm.form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid, let reason = bound[RevocationForm.reason] else {
            return try await showing.show(
                asked, revocation: bound, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await access.revoke(id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-revoked")
    }

    private func find(_ context: MemberContext) async throws -> AccessRequest {
        try await access.find(context.id(), in: .all, at: context.now).orNotFound()
    }
}
