import Forms
import Hummingbird

/// `/issues/{id}/customer`: matching an issue to its customer, when a stranger had called or written.
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
        return try await show(issue, .opened(IssueCustomerForm.form(found).blank), among: found, by: text, context)
    }

    @Sendable func choose(_ request: Request, _ context: MemberContext) async throws -> Response {
        let issue = try await find(context)
        let text = query(request, issue)
        let found = try await issues.candidates(for: issue, foundBy: text, context.member)
        return try await pages.take(IssueCustomerForm.form(found), from: request, context) {
            IssueCustomerForm.chosen($0, among: found)
        } again: { form in
            guard issue.project == nil, !form.isStale else {
                return .seeOther(Paths.issue(issue.id), notice: "notice.issue-identified-before")
            }
            return try await show(issue, form, among: found, by: text, context)
        } store: { chosen, form in
            let path = try await issues.identify(
                issue.id, as: chosen, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-identified")
        }
    }

    /// The search text: by default the caller's number, else the name.
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
        _ issue: CustomerIssue, _ form: PostedForm, among found: [IssueCustomer], by text: String,
        _ context: MemberContext
    ) async throws -> Response {
        let words = IssueWords(
            rulebook: issues.rules.rulebook, words: pages.words(for: context), now: context.now)
        let page = IssueCustomerPage(issue, form, among: found, by: text, member: context.member, words: words)
        return try await pages.show(page, to: context, status: form.status)
    }
}
