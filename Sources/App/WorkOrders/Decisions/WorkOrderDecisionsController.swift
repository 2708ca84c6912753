import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// One order and what is decided about it: `…/approval`, `…/refusal`, `…/cancellation`; its contact's phone.
struct WorkOrderDecisionsController: Sendable {
    let orders: WorkOrderStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(try await find(context), context)
    }

    /// The same page with the phone in full; each time is written down (ACC-8).
    @Sendable func showPhone(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        guard let whole = try await orders.findShowingPhone(id, to: context.member, context.stamp) else {
            throw Refusal.notFound
        }
        let page = WorkOrderPage(
            whole, WorkOrderDecisionForms(), member: context.member, phoneInFull: true, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToOrder(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.workOrder(try context.number("id")))
    }

    @Sendable func approve(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderApprovalForm.form, context, keeping: \.approval) { bound, submission in
            let remark = bound[WorkOrderApprovalForm.remark] ?? ""
            let path = try await orders.approve(
                context.number("id"), remark: remark, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-approved")
        }
    }

    @Sendable func refuse(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderRefusalForm.form, context, keeping: \.refusal) { bound, submission in
            let reason = bound[WorkOrderRefusalForm.reason] ?? ""
            let path = try await orders.refuse(
                context.number("id"), because: reason, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-refused")
        }
    }

    @Sendable func cancel(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await decide(request, WorkOrderCancellationForm.form, context, keeping: \.cancellation) {
            bound, submission in
            let reason = bound[WorkOrderCancellationForm.reason] ?? ""
            let path = try await orders.cancel(
                context.number("id"), because: reason, by: context.member, submission, context.stamp)
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
        let whole = try await find(context)
        let bound = form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid else {
            var forms = WorkOrderDecisionForms()
            forms[keyPath: place] = bound
            forms.refused = submission
            return try await show(whole, forms: forms, context, status: .unprocessableContent)
        }
        do {
            return try await take(bound, submission)
        } catch is OrderMovedOn {
            let typed = form.fields.map { bound.typed($0.name) }.joined()
            return try await show(
                try await find(context), missed: MissedStep(typed: typed), context, status: .conflict)
        }
    }

    private func find(_ context: MemberContext) async throws -> WholeWorkOrder {
        guard let whole = try await orders.findWhole(context.number("id"), visibleTo: context.member) else {
            throw Refusal.notFound
        }
        return whole
    }

    private func show(
        _ whole: WholeWorkOrder, forms: WorkOrderDecisionForms = WorkOrderDecisionForms(),
        missed: MissedStep? = nil, _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = WorkOrderPage(whole, forms, member: context.member, missed: missed, words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    private func words(_ context: MemberContext) -> WorkOrderWords {
        WorkOrderWords(rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now)
    }
}
