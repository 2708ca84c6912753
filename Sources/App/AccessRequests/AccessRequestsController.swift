import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/access-requests`: asking to read, and seeing what became of it.
struct AccessRequestsController: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
    let feedback: FeedbackStore
    let projects: ProjectStore
    let pages: PageResponder

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
        let wish = AccessWish(scope: wanted.scope, reason: reason, hours: hours)
        let path = try await access.request(wish, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-requested")
    }

    /// What a request is about, with what may be known of it.
    private func wanted(_ scope: AccessScope?) async throws -> WantedRecords {
        switch scope {
        case .record(.followUp(let id)):
            guard let found = try await followUps.find(id) else { throw Refusal.notFound }
            return .followUp(found)
        case .record(.feedback(let id)):
            guard let found = try await feedback.find(id) else { throw Refusal.notFound }
            return .feedback(found)
        case .project(let id):
            guard let found = try await projects.find(id) else { throw Refusal.notFound }
            return .project(found)
        case nil: throw Refusal.notFound
        }
    }

    private func show(
        _ wanted: WantedRecords, _ bound: BoundForm, submission: SubmissionID = .random(), _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = FollowUpWords(
            rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
        return try await pages.show(
            NewAccessRequestPage(wanted, bound, submission: submission, words: words), to: context, status: status)
    }
}

/// The record, or all records of a project, that somebody asks for.
enum WantedRecords: Sendable {
    case followUp(FollowUp)
    case feedback(Feedback)
    case project(Project)

    var scope: AccessScope {
        switch self {
        case .followUp(let one): .record(.followUp(one.id))
        case .feedback(let one): .record(.feedback(one.id))
        case .project(let one): .project(one.id)
        }
    }
}
