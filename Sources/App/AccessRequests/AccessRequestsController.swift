import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/access-requests`: requesting access, and following one's requests.
struct AccessRequestsController: Sendable {
    let showing: AccessRequestShowing
    let projects: ProjectStore

    private var access: AccessStore { showing.access }
    private var followUps: FollowUpStore { showing.followUps }
    private var pages: PageResponder { showing.pages }
    private var limits: GrantLimits { followUps.rulebook.grants }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let query = ListQuery(Paths.accessRequests, ListQuery.noFilter, request.query, today: today)
        let list = try await access.list(Permissions.accessRequests(for: context.member), query.part, at: context.now)
        return try await pages.show(
            AccessRequestsPage(list, query, member: context.member, today: today, words: pages.words(for: context)),
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
        return try await show(.opened(form), of: wanted, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let posted = try PostedForm(
            entered, AccessRequestForm.form(limits).bind(entered.fields, today: pages.today(context)))
        let wanted = try await wanted(AccessScope { entered[$0] })
        return try await pages.take(posted) {
            AccessRequestForm.input($0, wanted.scope)
        } again: { form in
            try await show(form, of: wanted, context)
        } store: { wish, form in
            let path = try await access.request(wish, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.access-requested")
        }
    }

    /// The records requested, with what the member may know of them.
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

    private func show(_ form: PostedForm, of wanted: WantedRecords, _ context: MemberContext) async throws -> Response {
        let page = NewAccessRequestPage(wanted, form, words: showing.words(context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
