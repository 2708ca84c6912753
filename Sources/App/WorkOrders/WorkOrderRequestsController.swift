import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// Asking for a visit, from a project's page or from a follow-up's (SVC-1).
struct WorkOrderRequestsController: Sendable {
    let orders: WorkOrderStore
    let followUps: FollowUpStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (project, call) = try await subject(request.query["project"], request.query["follow-up"])
        let found = try await orders.briefingShowingPhone(project: project, followUp: call, context.stamp)
        guard let briefing = found else { throw Refusal.notFound }
        let bound = WorkOrderForm.opened(briefing, options(briefing), now: context.now, in: pages.zone)
        return try await pages.show(NewWorkOrderPage(bound, briefing, words: words(context)), to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let (project, call) = try await subject(entered["project"], entered["follow-up"])
        guard let briefing = try await orders.briefing(project: project, followUp: call) else { throw Refusal.notFound }
        let form = WorkOrderForm.form(options(briefing), now: context.now, in: pages.zone)
        let bound = form.bind(entered.fields, today: pages.today(context))
        let details = WorkOrderForm.details(bound, followUp: briefing.followUp, in: pages.zone)
        guard let details else {
            let page = NewWorkOrderPage(bound, briefing, submission: submission, words: words(context))
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
        let path = try await orders.request(details, for: briefing.project.id, submission, context.stamp)
        return .seeOther(path, notice: "notice.work-order-requested")
    }

    /// The project that is named, or the one of the call that is named.
    /// - Throws: `Refusal.notFound`.
    private func subject(_ project: String?, _ followUp: String?) async throws -> (Project.ID, FollowUp?) {
        var call: FollowUp?
        if let id = Self.number(followUp) { call = try await followUps.find(id) }
        guard let project = call?.projectID ?? Self.number(project) else { throw Refusal.notFound }
        return (project, call)
    }

    private static func number(_ text: String?) -> Int? { text.flatMap { $0.utf8.count < 12 ? Int($0) : nil } }

    private func options(_ briefing: WorkOrderBriefing) -> WorkOrderOptions {
        WorkOrderOptions(orders.books.rulebook, briefing.equipment)
    }

    private func words(_ context: MemberContext) -> WorkOrderWords {
        WorkOrderWords(rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now)
    }
}
