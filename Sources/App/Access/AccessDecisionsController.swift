import Forms
import Foundation
import Hummingbird
import Rulebooks

/// The administrators' steps: `…/approval`, `…/refusal`, `/access-grants/{id}/revocation`.
struct AccessDecisionsController: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let pages: PageResponder

    private var decisions: AccessDecisionPages {
        AccessDecisionPages(access: access, followUps: followUps, pages: pages)
    }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let asked = try await find(context)
        let form = try await decisions.approvalForm(asked, context)
        let bound = form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let hours = bound[ApprovalForm.hours].flatMap({ Int($0) }) else {
            return try await decisions.show(asked, approval: bound, context, status: .unprocessableContent)
        }
        let path = try await access.approve(
            asked.id, until: context.now.addingTimeInterval(Double(hours) * 3600),
            onlyFollowUp: bound[ApprovalForm.scope].flatMap { Int($0) }, remark: bound[ApprovalForm.remark] ?? "",
            by: context.member, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.access-approved")
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let asked = try await find(context)
        let bound = RefusalForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[RefusalForm.reason] else {
            return try await decisions.show(asked, refusal: bound, context, status: .unprocessableContent)
        }
        let path = try await access.refuse(
            asked.id, because: reason, by: context.member, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.access-refused")
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let id = try context.number("id")
        guard let asked = try await access.findRequest(ofGrant: id, at: context.now) else { throw Refusal.notFound }
        let bound = RevocationForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[RevocationForm.reason] else {
            return try await decisions.show(asked, revocation: bound, context, status: .unprocessableContent)
        }
        let path = try await access.revoke(id, because: reason, by: context.member, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.access-revoked")
    }

    private func find(_ context: MemberContext) async throws -> AccessRequest {
        guard let asked = try await access.find(context.number("id"), in: .all, at: context.now) else {
            throw Refusal.notFound
        }
        return asked
    }
}
