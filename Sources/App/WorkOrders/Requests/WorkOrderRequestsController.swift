import Forms
import Foundation
import Hummingbird

/// Requesting a visit, from the page of a project, follow-up or issue (SVC-1).
struct WorkOrderRequestsController: Sendable {
    let orders: WorkOrderStore
    let followUps: FollowUpStore
    let issues: IssueStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let issue = try await issue(query["issue"], context)
        let (project, call) = try await subject(issue, query["project"], query["follow-up"])
        let found = try await orders.briefingShowingPhone(
            project: project, followUp: call, because: issue, for: context.member, context.stamp)
        guard let briefing = found else { throw Refusal.notFound }
        let bound = WorkOrderForm.opened(briefing, options(briefing), now: context.now, in: pages.zone)
        return try await show(.opened(bound), briefing, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        // A form without its idempotency key is not ours, whatever else it lacks.
        _ = try entered.submission()
        let issue = try await issue(entered["issue"], context)
        let (project, call) = try await subject(issue, entered["project"], entered["follow-up"])
        let briefing = try await orders.briefing(
            project: project, followUp: call, because: issue, for: context.member
        ).orNotFound()
        let form = WorkOrderForm.form(options(briefing), now: context.now, in: pages.zone)
        let posted = try PostedForm(entered, form.bind(entered.fields, today: pages.today(context)))
        return try await pages.take(posted) {
            WorkOrderForm.details($0, briefing, in: pages.zone)
        } again: { form in
            try await show(form, briefing, context)
        } store: { details, form in
            let path = try await orders.request(
                details, for: briefing.project.id, because: issue?.id, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.work-order-requested")
        }
    }

    private func show(
        _ form: PostedForm, _ briefing: WorkOrderBriefing, _ context: MemberContext
    ) async throws -> Response {
        let words = WorkOrderWords(
            rulebook: orders.rules.rulebook, words: pages.words(for: context), now: context.now)
        return try await pages.show(
            NewWorkOrderPage(form, briefing, words: words), to: context, status: form.status)
    }

    /// The issue that the visit is for, if the address names one.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` while no department works on it.
    private func issue(_ text: String?, _ context: MemberContext) async throws -> CustomerIssue? {
        guard let id = text.flatMap(CustomerIssue.ID.init) else { return nil }
        let issue = try await issues.find(id, visibleTo: context.member).orNotFound()
        guard Permissions.may(context.member, .orderVisit(issue)) else { throw Refusal.conflict("issue-not-worked-on") }
        return issue
    }

    /// The project named in the address, or that of the named issue or follow-up.
    /// - Throws: `Refusal.notFound`.
    private func subject(
        _ issue: CustomerIssue?, _ project: String?, _ followUp: String?
    ) async throws -> (Project.ID, FollowUp?) {
        if let issue {
            guard let project = issue.project?.id else { throw Refusal.notFound }
            return (project, issue.source == .followUp ? try await followUps.find(ID(issue.sourceID ?? 0)) : nil)
        }
        var call: FollowUp?
        if let id = followUp.flatMap(FollowUp.ID.init) { call = try await followUps.find(id) }
        guard let project = call?.projectID ?? project.flatMap(Project.ID.init) else { throw Refusal.notFound }
        return (project, call)
    }

    private func options(_ briefing: WorkOrderBriefing) -> WorkOrderOptions {
        WorkOrderOptions(
            orders.rules.rulebook, briefing.equipment, knowsPhone: briefing.unseenPhone != nil)
    }
}
