import Forms
import Foundation
import Hummingbird

/// Decisions about an order: `…/approval`, `…/refusal`, `…/cancellation`.
struct WorkOrderDecisionsController: Sendable {
    let showing: WorkOrderShowing

    private var orders: WorkOrderStore { showing.orders }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(WorkOrderApprovalForm.form, in: \.approval, request, context) {
            $0[WorkOrderApprovalForm.remark] ?? ""
        } store: { remark, id in
            let path = try await orders.approve(
                context.id(), remark: remark, by: context.member, id, context.stamp)
            return .seeOther(path, notice: "notice.work-order-approved")
        }
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(WorkOrderRefusalForm.form, in: \.refusal, request, context) {
            $0[WorkOrderRefusalForm.reason]
        } store: { reason, id in
            let path = try await orders.refuse(
                context.id(), because: reason, by: context.member, id, context.stamp)
            return .seeOther(path, notice: "notice.work-order-refused")
        }
    }

    @Sendable func cancel(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(WorkOrderCancellationForm.form, in: \.cancellation, request, context) {
            $0[WorkOrderCancellationForm.reason]
        } store: { reason, id in
            let path = try await orders.cancel(
                context.id(), because: reason, by: context.member, id, context.stamp)
            return .seeOther(path, notice: "notice.work-order-cancelled")
        }
    }

    /// Takes one of the forms of the order's page, which shows it again in its place after an error.
    private func decide<Value>(
        _ form: Form, in place: WritableKeyPath<WorkOrderDecisionForms, PostedForm>, _ request: Request,
        _ context: MemberContext, reading: (BoundForm) -> Value?,
        store: (Value, SubmissionID) async throws -> Response
    ) async throws -> Response {
        try await showing.pages.take(form, from: request, context, reading: reading) { form in
            try await showing.show(try await showing.find(context), form, in: place, context)
        } store: { value, form in
            try await store(value, form.submission)
        }
    }
}
