import Forms
import Hummingbird

/// Finds an order within the member's scope and shows its page, also after a decision was rejected.
struct WorkOrderShowing: Sendable {
    let orders: WorkOrderStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> WorkOrderOverview {
        try await orders.findWhole(context.id(), visibleTo: context.member).orNotFound()
    }

    func show(
        _ whole: WorkOrderOverview, phoneInFull: Bool = false, _ context: MemberContext
    ) async throws -> Response {
        let page = WorkOrderPage(
            whole, WorkOrderDecisionForms(), member: context.member, phoneInFull: phoneInFull, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// Shows it with one of its forms as posted; of one that came too late, only the text.
    func show(
        _ whole: WorkOrderOverview, _ form: PostedForm, in place: WritableKeyPath<WorkOrderDecisionForms, PostedForm>,
        _ context: MemberContext
    ) async throws -> Response {
        var forms = WorkOrderDecisionForms()
        if form.isStale {
            forms.missed = form.bound.form.fields.map { form.bound.typed($0.name) }.joined()
        } else {
            forms[keyPath: place] = form
        }
        let page = WorkOrderPage(whole, forms, member: context.member, words: words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    func words(_ context: MemberContext) -> WorkOrderWords {
        WorkOrderWords(rulebook: orders.rules.rulebook, words: pages.words(for: context), now: context.now)
    }
}
