import Forms
import HTTPTypes
import Hummingbird

/// `/issues/{id}/customer`: whose issue it is, when somebody unknown had called or written.
struct IssueCustomerController: Sendable {
    let issues: IssueStore
    let pages: PageResponder

    @Sendable func ask(_ request: Request, _ context: MemberContext) async throws -> Response {
        let issue = try await find(context)
        guard issue.project == nil else { return .seeOther(Paths.issue(issue.id)) }
        var text = query(request, issue)
        var found = try await issues.candidates(for: issue, foundBy: text, context.member)
        // People sign as 林女士 and are registered as 林芳.
        let name = CustomerPrefill(issue).name
        if found.isEmpty, request.query["q"] == nil, !name.isEmpty {
            text = name
            found = try await issues.candidates(for: issue, foundBy: text, context.member)
        }
        return try await show(issue, text, found, IssueCustomerForm.form(found).blank, context)
    }

    @Sendable func choose(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let issue = try await find(context)
        let text = query(request, issue)
        let found = try await issues.candidates(for: issue, foundBy: text, context.member)
        let bound = IssueCustomerForm.form(found).bind(entered.fields, today: pages.today(context))
        do {
            guard let chosen = IssueCustomerForm.chosen(bound, among: found) else {
                guard issue.project == nil else { throw IssueRefusal.alreadyDone }
                return try await show(issue, text, found, bound, submission: submission, context, .unprocessableContent)
            }
            let path = try await issues.identify(issue.id, as: chosen, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-identified")
        } catch is IssueRefusal {
            return .seeOther(Paths.issue(issue.id), notice: "notice.issue-identified-before")
        }
    }

    /// Those who called or wrote are looked for by their number first, then by their name.
    private func query(_ request: Request, _ issue: CustomerIssue) -> String {
        String((request.query["q"] ?? issue.callerPhone).prefix(CustomerFilter.longestQuery))
    }

    private func find(_ context: MemberContext) async throws -> CustomerIssue {
        let issue = try await issues.find(context.id(), visibleTo: context.member).orNotFound()
        guard issue.project != nil || Permissions.may(context.member, .identifyCustomer(issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        return issue
    }

    private func show(
        _ issue: CustomerIssue, _ text: String, _ found: [IssueCustomer], _ bound: BoundForm,
        submission: SubmissionID = .random(), _ context: MemberContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = IssueWords(
            rulebook: issues.books.rulebook, words: pages.words(for: context), now: context.now)
        let page = IssueCustomerPage(
            issue, found, by: text, bound, submission: submission, member: context.member, words: words)
        return try await pages.show(page, to: context, status: status)
    }
}
