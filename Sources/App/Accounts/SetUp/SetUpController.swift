import Forms
import Foundation
import Hummingbird

/// The page behind the one-time link, where the first administrator is made (ACC-10).
struct SetUpController: Sendable {
    let link: SetUpLink
    let members: MemberStore
    let hasher: PasswordHasher
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard link.isOpen(token) else { throw Refusal.notFound }
        return try await pages.show(SetUpPage(token: token, words: pages.words(for: context)), to: context)
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard link.wasOpen(token) else { throw Refusal.notFound }
        let entered = try await request.entered()
        let typed = SetUpForm.form.bind(entered.fields, today: pages.today(context))
        let bound = typed.checking(SetUpForm.password, username: typed[SetUpForm.username])
        guard bound.isValid, let name = bound[SetUpForm.name], let password = bound[SetUpForm.password],
            let username = bound[SetUpForm.username].flatMap(Username.init(typed:))
        else { return try await showAgain(bound, token, entered, context) }
        do {
            let result = try await members.addFirstAdministrator(
                name: name, username: username, passwordHash: hasher.hash(password), entered.submission(),
                context.stamp)
            link.spend()
            return .seeOther(result.path, notice: "notice.set-up-done")
        } catch let problem as MemberProblem {
            return try await showAgain(bound.adding(problem), token, entered, context)
        }
    }

    private func showAgain(
        _ bound: BoundForm, _ token: String, _ entered: SubmittedForm, _ context: AppContext
    ) async throws -> Response {
        guard link.isOpen(token) else { throw Refusal.notFound }
        let page = SetUpPage(
            bound, token: token, submission: try entered.submission(), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .unprocessableContent)
    }
}
