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
        let text = query(request, issue)
        let form = IssueCustomerForm.form(try await issues.customers(for: issue, foundBy: text))
        return try await show(issue, text, form.blank, context)
    }

    @Sendable func choose(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let issue = try await find(context)
        let text = query(request, issue)
        let found = try await issues.customers(for: issue, foundBy: text)
        let bound = IssueCustomerForm.form(found).bind(entered.fields, today: pages.today(context))
        do {
            // A form that was sent twice finds the issue settled, and is answered as it was the first time.
            guard let chosen = IssueCustomerForm.chosen(bound, among: found) else {
                guard issue.project == nil else { throw IssueRefusal.alreadyDone }
                return try await show(issue, text, bound, submission: submission, context, .unprocessableContent)
            }
            let path = try await issues.identify(issue.id, as: chosen, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-identified")
        } catch is IssueRefusal {
            return .seeOther(Paths.issue(issue.id), notice: "notice.issue-identified-before")
        }
    }

    /// Those who called or wrote are looked for by their number first.
    private func query(_ request: Request, _ issue: CustomerIssue) -> String {
        request.query["q"] ?? issue.customer?.name ?? issue.callerPhone
    }

    private func find(_ context: MemberContext) async throws -> CustomerIssue {
        guard let whole = try await issues.findWhole(context.number("id"), visibleTo: context.member) else {
            throw Refusal.notFound
        }
        guard whole.issue.project != nil || Permissions.may(context.member, .identifyCustomer(whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        return whole.issue
    }

    private func show(
        _ issue: CustomerIssue, _ text: String, _ bound: BoundForm, submission: SubmissionID = .random(),
        _ context: MemberContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = IssueWords(
            rulebook: issues.books.rulebook, words: pages.words(for: context), now: context.now)
        let page = IssueCustomerPage(issue, foundBy: text, bound, submission: submission, words: words)
        return try await pages.show(page, to: context, status: status)
    }
}
