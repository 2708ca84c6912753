import Forms
import Foundation
import Hummingbird

/// Replacing one's own password.
struct PasswordController: Sendable {
    let change: PasswordChange
    let seal: PendingFormSeal
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = PasswordPage(mustChange: context.member.mustChangePassword, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func update(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let bound = PasswordForm.form.bind(entered.fields, today: pages.today(context))
            .checking(PasswordForm.password, username: context.member.username)
        guard bound.isValid, let current = bound[PasswordForm.current], let new = bound[PasswordForm.password] else {
            return try await showAgain(bound, entered, context)
        }
        let location = context.member.mustChangePassword ? Paths.home : Paths.sessions
        let outcome = try await change.attempt(
            by: context.own, current: current, new: new,
            location: location, entered.submission(), context.stamp)
        switch outcome {
        case .changed(let path): return try await goOn(path, entered, context)
        case .wrong:
            return try await showAgain(bound.adding(FieldError(field: "current", code: "wrong")), entered, context)
        case .delayed(let seconds):
            let wait = pages.words(for: context).wait(seconds)
            let error = FieldError(field: "current", code: "delayed", arguments: ["wait": wait])
            return try await showAgain(bound.adding(error), entered, context, status: .tooManyRequests)
                .retryable(after: seconds)
        }
    }

    private func goOn(_ path: String, _ entered: SubmittedForm, _ context: MemberContext) async throws -> Response {
        guard let pending = seal.open(entered[PendingFormSeal.field]) else {
            return .seeOther(path, notice: "notice.password-changed")
        }
        return try await pages.show(GoOnPage(pending), to: context)
    }

    private func showAgain(
        _ bound: BoundForm, _ entered: SubmittedForm, _ context: MemberContext,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let page = PasswordPage(
            bound, mustChange: context.member.mustChangePassword, pending: entered[PendingFormSeal.field],
            submission: try entered.submission(), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }
}
