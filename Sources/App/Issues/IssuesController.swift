import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/issues`: the list, its export, the board, one issue, and raising a new one.
struct IssuesController: Sendable {
    let showing: IssueShowing
    let door: RecordDoor
    let audit: AuditStore

    private var issues: IssueStore { showing.issues }
    private var pages: PageResponder { showing.pages }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = query(request, context)
        let (list, standings) = try await issues.listWithStandings(query, for: context.member, at: context.now)
        return try await pages.show(
            IssuesPage(list, standings, query, member: context.member, words: showing.words(context)), to: context)
    }

    /// Exports the filtered list, with the same rows and the same scope (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let list = try await issues.list(query(request, context).asFile, for: context.member, at: context.now)
        return try await CSVFile(list, words: showing.words(context)).response {
            try await audit.noteExport(of: "issues", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.issues, IssueFilter.form, request.query, today: pages.today(context))
    }

    @Sendable func board(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (board, standings) = try await issues.boardWithStandings(for: context.member, at: context.now)
        return try await pages.show(
            IssueBoardPage(board, standings, member: context.member, words: showing.words(context)), to: context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }

    /// The page with phone numbers in full, for those who have to call the customer (ACC-8).
    @Sendable func showPhones(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await showing.find(context)
        guard Permissions.may(context.member, .showCaller(whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        try await issues.notePhonesShown(of: whole.issue, context.stamp)
        return try await showing.show(whole, phonesInFull: true, context)
    }

    /// GET of an address that only takes POST, by hand or after a change of language.
    @Sendable func backToIssue(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.issue(try context.id()))
    }

    /// The form with known values prefilled; a sheet's answer comes through the record's own door (ACC-2).
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let occasion = IssueSourceLink { query[$0] }
        let words = try await answer(occasion, context)
        let origin = try await issues.origin(of: occasion, words: words, for: context.member)
        let bound = IssueForm.opened(origin, issues.rules.rulebook, now: context.now, in: pages.zone)
        return try await show(.opened(bound), origin, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let origin = try await issues.origin(of: IssueSourceLink { entered[$0] }, for: context.member)
        var bound = bind(entered, origin, [], context)
        var earlier = EarlierIssues()
        // Duplicates can be asked about once it is known which problem it is.
        if let issue = IssueForm.issue(bound, origin, now: context.now, in: pages.zone) {
            earlier = try await issues.earlier(like: issue, for: context.member, at: context.now)
            bound = bind(entered, origin, earlier.shown, context)
        }
        return try await pages.take(try PostedForm(entered, bound)) {
            IssueForm.issue($0, origin, now: context.now, in: pages.zone)
        } again: { form in
            try await show(form, origin, earlier: earlier, context)
        } store: { issue, form in
            .seeOther(
                try await issues.raise(issue, form.submission, context.stamp),
                notice: earlier.hasOthers ? "notice.issue-raised-beside-others" : "notice.issue-raised")
        }
    }

    private func bind(
        _ entered: SubmittedForm, _ origin: IssuePrefill, _ earlier: [CustomerIssue], _ context: MemberContext
    ) -> BoundForm {
        IssueForm.form(origin, issues.rules.rulebook, earlier: earlier, now: context.now, in: pages.zone)
            .bind(entered.fields, today: pages.today(context))
    }

    private func show(
        _ form: PostedForm, _ origin: IssuePrefill, earlier: EarlierIssues = EarlierIssues(), _ context: MemberContext
    ) async throws -> Response {
        let page = NewIssuePage(
            form, origin, earlier: earlier, member: context.member, words: showing.words(context))
        return try await pages.show(page, to: context, status: form.status)
    }

    /// The remark on one question and nothing else of the sheet; empty when no question is named.
    private func answer(_ occasion: IssueSourceLink, _ context: MemberContext) async throws -> String {
        guard case .followUp(let call, let question?) = occasion else { return "" }
        let record = try await door.open(call, for: context.member, .view, context.stamp)
        let asked = record.questionnaire.questions.first { $0.id == question }
        guard let asked, let answers = record.revisions.last?.content.answers else { return "" }
        let remark = answers[SheetField.remark(question)]?.first ?? ""
        return [asked.text[context.language], remark].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
