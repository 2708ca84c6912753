import Forms
import Foundation
import Hummingbird

/// The page of the one-time set-up link, which creates the first administrator (ACC-10).
struct SetUpController: Sendable {
    let link: SetUpLink
    let members: MemberStore
    let hasher: PasswordHasher
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        return try await show(.opened(SetUpForm.form.blank), token, context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard link.wasOpen(token) else { throw Refusal.notFound }
        let entered = try await request.entered()
        let bound = SetUpForm.form.bind(entered.fields, today: pages.today(context))
        let checked = bound.checking(SetUpForm.password, username: bound[SetUpForm.username])
        return try await pages.take(try PostedForm(entered, checked)) {
            SetUpForm.administrator($0)
        } again: { form in
            try await show(form, token, context)
        } store: { new, form in
            do {
                let result = try await members.addFirstAdministrator(
                    name: new.name, username: new.username, passwordHash: hasher.hash(new.password), form.submission,
                    context.stamp)
                link.spend()
                return .seeOther(result.path, notice: "notice.set-up-done")
            } catch let problem as MemberProblem {
                return try await show(form.with(form.bound.adding(problem)), token, context)
            }
        }
    }

    private func show(_ form: PostedForm, _ token: String, _ context: AppContext) async throws -> Response {
        guard link.isOpen(token) else { throw Refusal.notFound }
        let page = SetUpPage(form, token: token, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
