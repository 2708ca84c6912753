import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Administrators' decisions: `…/approval`, `…/refusal`, `/access-grants/{id}/revocation`.
struct AccessDecisionsController: Sendable {
    let showing: AccessRequestShowing

    private var access: AccessStore { showing.access }
    private var pages: PageResponder { showing.pages }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        let asked = try await find(context)
        let form = try await showing.approvalForm(asked, context)
        return try await pages.take(form, from: request, context) {
            $0[ApprovalForm.hours].flatMap { Double($0) }
        } again: { form in
            try await showing.show(asked, form, in: \.approval, context)
        } store: { hours, form in
            let path = try await access.approve(
                asked.id, until: context.now.addingTimeInterval(hours * 3600),
                only: form.bound[ApprovalForm.scope].flatMap(SealedRecord.init),
                remark: form.bound[ApprovalForm.remark] ?? "", by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.access-approved")
        }
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        let asked = try await find(context)
        return try await pages.take(RefusalForm.form, from: request, context) {
            $0[RefusalForm.reason]
        } again: { form in
            try await showing.show(asked, form, in: \.refusal, context)
        } store: { reason, form in
            let path = try await access.refuse(
                asked.id, because: reason, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.access-refused")
        }
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: AccessGrant.ID = try context.id()
        let asked = try await access.findRequest(ofGrant: id, at: context.now).orNotFound()
        return try await pages.take(RevocationForm.form, from: request, context) {
            $0[RevocationForm.reason]
        } again: { form in
            try await showing.show(asked, form, in: \.revocation, context)
        } store: { reason, form in
            let path = try await access.revoke(id, because: reason, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.access-revoked")
        }
    }

    private func find(_ context: MemberContext) async throws -> AccessRequest {
        try await access.find(context.id(), in: .all, at: context.now).orNotFound()
    }
}
