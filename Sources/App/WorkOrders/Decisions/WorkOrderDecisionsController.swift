import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// What is decided about an order: `…/approval`, `…/refusal`, `…/cancellation`.
struct WorkOrderDecisionsController: Sendable {
    let showing: WorkOrderShowing

    private var orders: WorkOrderStore { showing.orders }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderApprovalForm.form, context, keeping: \.approval) { bound, submission in
            let remark = bound[WorkOrderApprovalForm.remark] ?? ""
            let path = try await orders.approve(
                context.id(), remark: remark, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-approved")
        }
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderRefusalForm.form, context, keeping: \.refusal) { bound, submission in
            let reason = bound[WorkOrderRefusalForm.reason] ?? ""
            let path = try await orders.refuse(
                context.id(), because: reason, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-refused")
        }
    }

    @Sendable func cancel(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderCancellationForm.form, context, keeping: \.cancellation) {
            bound, submission in
            let reason = bound[WorkOrderCancellationForm.reason] ?? ""
            let path = try await orders.cancel(
                context.id(), because: reason, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-cancelled")
        }
    }

    /// Takes one of the forms of the page; what cannot be taken comes back as it was sent.
    private func decide(
        _ request: Request, _ form: Form, _ context: MemberContext,
        keeping place: WritableKeyPath<WorkOrderDecisionForms, BoundForm>,
        _ take: (BoundForm, SubmissionID) async throws -> Response
    ) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let whole = try await showing.find(context)
        let bound = form.bind(entered.fields, today: showing.pages.today(context))
        guard bound.isValid else {
            var forms = WorkOrderDecisionForms()
            forms[keyPath: place] = bound
            forms.refused = submission
            return try await showing.show(whole, forms: forms, context, status: .unprocessableContent)
        }
        do {
            return try await take(bound, submission)
        } catch is OrderChanged {
            let typed = form.fields.map { bound.typed($0.name) }.joined()
            return try await showing.show(
                try await showing.find(context), missed: RejectedStep(typed: typed), context, status: .conflict)
        }
    }
}
