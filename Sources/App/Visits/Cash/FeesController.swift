import Forms
import Foundation
import Hummingbird

/// `/fees`: cash on its way to finance, and finance's word for it.
struct FeesController: Sendable {
    let fees: FeeStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let open = try await fees.open(Permissions.fees(for: context.member))
        let page = FeesPage(
            open, mayConfirm: Permissions.may(context.member, .confirmFees), member: context.member,
            today: pages.today(context), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let open = try await find(context)
        return try await show(open, nil, context)
    }

    @Sendable func confirm(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let open = try await find(context)
        let form = FeeConfirmationForm.form(handedIn: open.cash.handingIn?.amount ?? open.total)
        let bound = form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let amount = bound[FeeConfirmationForm.amount] else {
            return try await show(open, bound, submission: submission, context)
        }
        let path = try await fees.confirm(
            open.visitID, amount: amount, remark: bound[FeeConfirmationForm.remark] ?? "", by: context.member,
            submission, context.stamp)
        return .seeOther(path, notice: "notice.fee-confirmed")
    }

    private func show(
        _ open: OpenCash, _ bound: BoundForm?, submission: SubmissionID = .random(), _ context: MemberContext
    ) async throws -> Response {
        guard open.cash.state == .handedIn else { throw Refusal.conflict("fee-not-handed-in") }
        let page = FeeConfirmationPage(open, bound, submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: bound == nil ? .ok : .unprocessableContent)
    }

    private func find(_ context: MemberContext) async throws -> OpenCash {
        try await fees.find(context.id()).orNotFound()
    }
}
