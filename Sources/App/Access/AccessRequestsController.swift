import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/access-requests`: asking to read, and seeing what became of it.
struct AccessRequestsController: Sendable {
    let access: AccessStore
    let followUps: FollowUpStore
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
        let wanted = try await wanted(request.query["follow-up"], request.query["project"])
        let form = AccessRequestForm.form(limits).showing(["hours": [String(limits.defaultHours)]])
        return try await show(wanted, form, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let wanted = try await wanted(entered["follow-up"], entered["project"])
        let bound = AccessRequestForm.form(limits).bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[AccessRequestForm.reason],
            let hours = bound[AccessRequestForm.hours].flatMap({ Int($0) })
        else {
            return try await show(
                wanted, bound, submission: submission, context, status: .unprocessableContent)
        }
        let wish = AccessWish(
            projectID: wanted.projectID, followUpID: wanted.followUp?.id, reason: reason, hours: hours)
        let path = try await access.request(wish, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.access-requested")
    }

    /// What a request is about, by one of the two hidden fields.
    private func wanted(_ followUp: String?, _ project: String?) async throws -> WantedRecords {
        let number = { (text: String?) in text.flatMap { $0.utf8.count < 18 ? Int($0) : nil } }
        if let id = number(followUp) {
            guard let found = try await followUps.find(id) else { throw Refusal.notFound }
            return WantedRecords(
                projectID: found.projectID, projectNumber: found.projectNumber, customerName: found.customerName,
                followUp: found)
        }
        guard let id = number(project), let found = try await projects.find(id) else { throw Refusal.notFound }
        return WantedRecords(
            projectID: found.id, projectNumber: found.details.number, customerName: found.customer.name, followUp: nil)
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
struct WantedRecords: Sendable {
    let projectID: Int
    let projectNumber: String
    let customerName: String
    let followUp: FollowUp?
}
