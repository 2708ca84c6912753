import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// `/enquiries`: what was asked on the web, and what becomes of it (WEB-2).
struct EnquiriesController: Sendable {
    let enquiries: EnquiryStore
    let audit: AuditStore
    let baseURL: URL
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = EnquiryFilter(query: request.query)
        let today = pages.today(context)
        let list = try await enquiries.list(filter, on: today)
        let counts = try await enquiries.unanswered(at: context.now)
        let addresses = [Paths.enquiryForm, Paths.complaint].compactMap { URL(string: $0, relativeTo: baseURL) }
        let page = EnquiriesPage(
            list, filter, counts, addresses: addresses, now: context.now, today: today, words: pages.words(for: context)
        )
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let list = try await enquiries.list(EnquiryFilter(query: request.query), on: today, limit: CSVFile.limit)
        try await audit.noteExport(of: "enquiries", rows: list.count, context.stamp)
        return CSVFile(list, today: today, words: pages.words(for: context)).response
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await enquiries.findWhole(context.id()).orNotFound()
        return try await show(whole, context)
    }

    /// The page with the phone in full (ACC-8).
    @Sendable func showPhone(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await enquiries.findShowingPhone(context.id(), context.stamp).orNotFound()
        return try await show(whole, inFull: true, context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToEnquiry(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.enquiry(try context.id()))
    }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let action = context.parameters.get("step").flatMap(EnquiryAction.init),
            let whole = try await enquiries.findWhole(context.id())
        else { throw Refusal.notFound }
        let entered = try await request.entered()
        let today = pages.today(context)
        let bound = EnquiryActionForm.form(action, today: today).bind(entered.fields, today: today)
        guard bound.isValid else {
            let refused = InvalidEnquiryAction(action: action, bound: bound, submission: try entered.submission())
            return try await show(whole, refused: refused, context)
        }
        do {
            let path = try await enquiries.take(
                action, bound, on: whole.enquiry.id, today: today, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.enquiry-\(action.rawValue)")
        } catch Refusal.conflict {
            let missed = bound.typed(EnquiryActionForm.text(action).definition.name)
            let now = try await enquiries.findWhole(whole.enquiry.id).orNotFound()
            return try await show(now, missed: missed, context, status: .conflict)
        }
    }

    /// - Parameter missed: what was typed for a step that cannot be taken any more.
    private func show(
        _ whole: EnquiryOverview, inFull: Bool = false, refused: InvalidEnquiryAction? = nil, missed: String? = nil,
        _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = EnquiryPage(
            whole, inFull: inFull, refused: refused, missed: missed, now: context.now, today: pages.today(context),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: refused == nil ? status : .unprocessableContent)
    }
}

/// A form that could not be taken, as it was sent.
struct InvalidEnquiryAction: Sendable {
    let action: EnquiryAction
    let bound: BoundForm
    let submission: SubmissionID
}
