import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// One issue, and the steps that people take: `/issues/{id}` and `/issues/{id}/{step}`.
struct IssueStepsController: Sendable {
    let issues: IssueStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(try await find(context), context)
    }

    /// The page with the phones in full, for whoever has to call the customer (ACC-8).
    @Sendable func showPhones(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await find(context)
        guard Permissions.may(context.member, .showCaller(whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        try await issues.notePhonesShown(of: whole.issue, context.stamp)
        return try await show(whole, phonesInFull: true, context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToIssue(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.issue(try context.number("id")))
    }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let deed = context.parameters.get("step").flatMap(IssueDeed.init) else { throw Refusal.notFound }
        let entered = try await request.entered()
        let submission = try entered.submission()
        let whole = try await find(context)
        guard Permissions.may(context.member, .take(deed, whole.issue)) else {
            throw Refusal.forbidden("not-your-issue")
        }
        let form = forms(whole, context).form(of: deed)
        let bound = form.form.bind(entered.fields, today: pages.today(context))
        guard let wish = form.wish(bound) else {
            return try await show(
                whole, refused: RefusedDeed(deed: deed, bound: bound, submission: submission), context,
                status: .unprocessableContent)
        }
        do {
            let path = try await issues.take(
                wish, on: whole.issue.id, by: context.member, submission, context.stamp)
            return .seeOther(path, notice: "notice.issue-\(deed.rawValue)")
        } catch let refusal as IssueRefusal {
            return try await show(
                try await find(context), missed: MissedDeed(refusal: refusal, typed: wish.text), context,
                status: .conflict)
        }
    }

    private func find(_ context: MemberContext) async throws -> WholeIssue {
        guard let whole = try await issues.findWhole(context.number("id"), visibleTo: context.member) else {
            throw Refusal.notFound
        }
        return whole
    }

    private func forms(_ whole: WholeIssue, _ context: MemberContext) -> IssueDeedForms {
        IssueDeedForms(whole, rulebook: issues.books.rulebook, now: context.now, zone: pages.zone)
    }

    private func show(
        _ whole: WholeIssue, phonesInFull: Bool = false, refused: RefusedDeed? = nil, missed: MissedDeed? = nil,
        _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let words = IssueWords(
            rulebook: issues.books.rulebook, words: pages.words(for: context), now: context.now)
        let page = IssuePage(
            whole, forms(whole, context), phonesInFull: phonesInFull, refused: refused, missed: missed,
            member: context.member, words: words)
        return try await pages.show(page, to: context, status: status)
    }
}
