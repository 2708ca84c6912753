import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// `/enquiries`: what was asked on the web, and what becomes of it (WEB-2).
struct EnquiriesController: Sendable {
    let enquiries: EnquiryStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let state = query["state"].flatMap(EnquiryState.init)
        let page = query["page"].flatMap { $0.utf8.count < 5 ? Int($0) : nil }.map { max(1, $0) } ?? 1
        let list = try await enquiries.list(state, page: page)
        let counts = try await enquiries.unanswered(at: context.now)
        return try await pages.show(
            EnquiriesPage(list, state, page: page, counts, now: context.now, words: pages.words(for: context)),
            to: context)
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let whole = try await enquiries.findWhole(context.number("id")) else { throw Refusal.notFound }
        return try await show(whole, context)
    }

    /// The page with the phone in full (ACC-8).
    @Sendable func showPhone(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let whole = try await enquiries.findShowingPhone(context.number("id"), context.stamp) else {
            throw Refusal.notFound
        }
        return try await show(whole, inFull: true, context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToEnquiry(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.enquiry(try context.number("id")))
    }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let deed = context.parameters.get("step").flatMap(EnquiryDeed.init),
            let whole = try await enquiries.findWhole(context.number("id"))
        else { throw Refusal.notFound }
        let entered = try await request.entered()
        let today = pages.today(context)
        let bound = EnquiryDeedForm.form(deed, today: today).bind(entered.fields, today: today)
        guard bound.isValid else {
            let refused = RefusedEnquiryDeed(deed: deed, bound: bound, submission: try entered.submission())
            return try await show(whole, refused: refused, context)
        }
        let path = try await enquiries.take(
            deed, bound, on: whole.enquiry.id, today: today, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.enquiry-\(deed.rawValue)")
    }

    private func show(
        _ whole: WholeEnquiry, inFull: Bool = false, refused: RefusedEnquiryDeed? = nil, _ context: MemberContext
    ) async throws -> Response {
        let page = EnquiryPage(
            whole, inFull: inFull, refused: refused, now: context.now, today: pages.today(context),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: refused == nil ? .ok : .unprocessableContent)
    }
}

/// A form that could not be taken, as it was sent.
struct RefusedEnquiryDeed: Sendable {
    let deed: EnquiryDeed
    let bound: BoundForm
    let submission: SubmissionID
}
