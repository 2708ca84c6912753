import Forms
import HTTPTypes
import Hummingbird

/// Finds an order for whoever asks and shows its page: when it is opened, and again when a decision could not be taken.
struct WorkOrderShowing: Sendable {
    let orders: WorkOrderStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> WorkOrderOverview {
        try await orders.findWhole(context.id(), visibleTo: context.member).orNotFound()
    }

    func show(
        _ whole: WorkOrderOverview, forms: WorkOrderDecisionForms = WorkOrderDecisionForms(),
        missed: RejectedStep? = nil, phoneInFull: Bool = false, _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = WorkOrderPage(
            whole, forms, member: context.member, phoneInFull: phoneInFull, missed: missed, words: words(context))
        return try await pages.show(page, to: context, status: status)
    }

    func words(_ context: MemberContext) -> WorkOrderWords {
        WorkOrderWords(rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now)
    }
}
