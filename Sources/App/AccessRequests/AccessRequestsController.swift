import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/access-requests`: asking to read, and seeing what became of it.
struct AccessRequestsController: Sendable {
    let showing: AccessRequestShowing
    let projects: ProjectStore

    private var access: AccessStore { showing.access }
    private var followUps: FollowUpStore { showing.followUps }
    private var pages: PageResponder { showing.pages }
    private var limits: GrantLimits { followUps.rulebook.grants }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = min(max(request.query["page"].flatMap { $0.count < 5 ? Int($0) : nil } ?? 1, 1), 1000)
        let list = try await access.list(
            Permissions.accessRequests(for: context.member), page: page, at: context.now)
        return try await pages.show(
            AccessRequestsPage(
                list, page: page, member: context.member, today: pages.today(context), words: pages.words(for: context)),
            to: context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let rows = Permissions.accessRequests(for: context.member)
        let found = try await access.find(context.id(), in: rows, at: context.now)
        return try await showing.show(try found.orNotFound(), context)
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let wanted = try await wanted(AccessScope { [query = request.query] in query[$0] })
        if let pending = try await access.pendingRequest(by: context.member, for: wanted.scope) {
            return .seeOther(Paths.accessRequest(pending), notice: "notice.access-requested-before")
        }
        let form = AccessRequestForm.form(limits).showing(["hours": [String(limits.defaultHours)]])
        return try await show(wanted, form, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let wanted = try await wanted(AccessScope { entered[$0] })
        let bound = AccessRequestForm.form(limits).bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[AccessRequestForm.reason],
            let hours = bound[AccessRequestForm.hours].flatMap({ Int($0) })
        else {
            return try await show(
                wanted, bound, submission: submission, context, status: .unprocessableContent)
        }
        let wish = AccessRequestInput(scope: wanted.scope, reason: reason, hours: hours)
        let path = try await access.request(wish, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-requested")
    }

    /// What a request is about, with what may be known of it.
    private func wanted(_ scope: AccessScope?) async throws -> WantedRecords {
        switch scope {
        case .record(.followUp(let id)):
            let found = try await followUps.find(id).orNotFound()
            return .followUp(found)
        case .record(.feedback(let id)):
            let found = try await showing.feedback.find(id).orNotFound()
            return .feedback(found)
        case .project(let id):
            let found = try await projects.find(id).orNotFound()
            return .project(found)
        case nil: throw Refusal.notFound
        }
    }

    private func show(
        _ wanted: WantedRecords, _ bound: BoundForm, submission: SubmissionID = .random(), _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = NewAccessRequestPage(wanted, bound, submission: submission, words: showing.words(context))
        return try await pages.show(page, to: context, status: status)
    }
}
