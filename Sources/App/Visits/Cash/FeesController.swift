import Forms
import Foundation
import Hummingbird

/// `/fees`: open cash, and its confirmation by finance.
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
        return try await show(open, .opened(FeeConfirmationForm.blank(open.expected)), context)
    }

    @Sendable func confirm(_ request: Request, _ context: MemberContext) async throws -> Response {
        let open = try await find(context)
        return try await pages.take(FeeConfirmationForm.form(handedIn: open.expected), from: request, context) {
            $0[FeeConfirmationForm.amount]
        } again: { form in
            try await show(open, form, context)
        } store: { amount, form in
            let path = try await fees.confirm(
                open.visitID, amount: amount, remark: form.bound[FeeConfirmationForm.remark] ?? "",
                by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.fee-confirmed")
        }
    }

    private func show(_ open: OpenCash, _ form: PostedForm, _ context: MemberContext) async throws -> Response {
        guard open.cash.state == .handedIn else { throw Refusal.conflict("fee-not-handed-in") }
        let page = FeeConfirmationPage(open, form, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func find(_ context: MemberContext) async throws -> OpenCash {
        try await fees.find(context.id()).orNotFound()
    }
}
