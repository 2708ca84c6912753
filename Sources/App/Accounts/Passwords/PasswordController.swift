import Forms
import Foundation
import Hummingbird

/// Changing one's own password.
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
        return try await pages.take(try PostedForm(entered, bound)) {
            PasswordForm.change($0)
        } again: { form in
            try await showAgain(form, entered, context)
        } store: { typed, form in
            let location = context.member.mustChangePassword ? Paths.home : Paths.sessions
            let outcome = try await change.attempt(
                by: context.own, current: typed.current, new: typed.new, location: location, form.submission,
                context.stamp)
            switch outcome {
            case .changed(let path): return try await goOn(path, entered, context)
            case .wrong:
                return try await showAgain(form.adding(FieldError(field: "current", code: "wrong")), entered, context)
            case .delayed(let seconds):
                let wait = pages.words(for: context).wait(seconds)
                let error = FieldError(field: "current", code: "delayed", arguments: ["wait": wait])
                return try await showAgain(form.adding(error), entered, context, status: .tooManyRequests)
                    .retryable(after: seconds)
            }
        }
    }

    private func goOn(_ path: String, _ entered: SubmittedForm, _ context: MemberContext) async throws -> Response {
        guard let pending = seal.open(entered[PendingFormSeal.field]) else {
            return .seeOther(path, notice: "notice.password-changed")
        }
        return try await pages.show(GoOnPage(pending), to: context)
    }

    private func showAgain(
        _ form: PostedForm, _ entered: SubmittedForm, _ context: MemberContext, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let page = PasswordPage(
            form, mustChange: context.member.mustChangePassword, pending: entered[PendingFormSeal.field],
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status ?? form.status)
    }
}
