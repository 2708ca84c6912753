import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Rulebooks

/// `/issues`: the list, the file, the board, one issue, and writing a new one down.
struct IssuesController: Sendable {
    let showing: IssueShowing
    let door: RecordDoor
    let audit: AuditStore

    private var issues: IssueStore { showing.issues }
    private var pages: PageResponder { showing.pages }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = IssueFilter(query: request.query)
        let list = try await issues.list(filter, for: context.member, at: context.now)
        return try await pages.show(
            IssuesPage(list, filter, member: context.member, words: showing.words(context)), to: context)
    }

    /// The list that is shown, as a file: the same rows, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = IssueFilter(query: request.query)
        let list = try await issues.list(filter, for: context.member, at: context.now, limit: CSVFile.limit)
        try await audit.noteExport(of: "issues", rows: list.issues.count, context.stamp)
        return CSVFile(list.issues, words: showing.words(context)).response
    }

    @Sendable func board(_ request: Request, _ context: MemberContext) async throws -> Response {
        let board = try await issues.board(for: context.member, at: context.now)
        return try await pages.show(
            IssueBoardPage(board, member: context.member, words: showing.words(context)), to: context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }

    /// The page with the phones in full, for whoever has to call the customer (ACC-8).
    @Sendable func showPhones(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await showing.find(context)
        guard Permissions.may(context.member, .showCaller(whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        try await issues.notePhonesShown(of: whole.issue, context.stamp)
        return try await showing.show(whole, phonesInFull: true, context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToIssue(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.issue(try context.id()))
    }

    /// The form with what is known already; the words of an answer come through the record's own door (ACC-2).
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let occasion = IssueSourceLink { query[$0] }
        let words = try await answer(occasion, context)
        let origin = try await issues.origin(of: occasion, words: words, for: context.member)
        let bound = IssueForm.opened(origin, issues.books.rulebook, now: context.now, in: pages.zone)
        let page = NewIssuePage(bound, origin, member: context.member, words: showing.words(context))
        return try await pages.show(page, to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let origin = try await issues.origin(of: IssueSourceLink { entered[$0] }, for: context.member)
        let first = bind(entered, origin, [], context)
        guard let issue = IssueForm.issue(first, origin, now: context.now, in: pages.zone) else {
            return try await ask(first, origin, submission: submission, context)
        }
        let earlier = try await issues.earlier(like: issue, for: context.member, at: context.now)
        let bound = bind(entered, origin, earlier.shown, context)
        guard let issue = IssueForm.issue(bound, origin, now: context.now, in: pages.zone) else {
            return try await ask(bound, origin, earlier: earlier, submission: submission, context)
        }
        return .seeOther(
            try await issues.raise(issue, submission, context.stamp),
            notice: earlier.hasOthers ? "notice.issue-raised-beside-others" : "notice.issue-raised")
    }

    private func bind(
        _ entered: SubmittedForm, _ origin: IssuePrefill, _ earlier: [CustomerIssue], _ context: MemberContext
    ) -> BoundForm {
        IssueForm.form(origin, issues.books.rulebook, earlier: earlier, now: context.now, in: pages.zone)
            .bind(entered.fields, today: pages.today(context))
    }

    private func ask(
        _ bound: BoundForm, _ origin: IssuePrefill, earlier: EarlierIssues = EarlierIssues(), submission: SubmissionID,
        _ context: MemberContext
    ) async throws -> Response {
        let page = NewIssuePage(
            bound, origin, earlier: earlier, submission: submission, member: context.member,
            words: showing.words(context))
        return try await pages.show(page, to: context, status: .unprocessableContent)
    }

    /// The remark of one question and nothing else of the sheet; empty where no question is named.
    private func answer(_ occasion: IssueSourceLink, _ context: MemberContext) async throws -> String {
        guard case .followUp(let call, let question?) = occasion else { return "" }
        let record = try await door.open(call, for: context.member, .view, context.stamp)
        let asked = record.questionnaire.questions.first { $0.id == question }
        guard let asked, let answers = record.revisions.last?.content.answers else { return "" }
        let remark = answers[SheetField.remark(question)]?.first ?? ""
        return [asked.text[context.language], remark].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
