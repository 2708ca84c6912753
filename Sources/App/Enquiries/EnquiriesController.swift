import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// `/enquiries`: enquiries from the web, and their handling (WEB-2).
struct EnquiriesController: Sendable {
    let enquiries: EnquiryStore
    let audit: AuditStore
    let baseURL: URL
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let query = query(request, context)
        let list = try await enquiries.list(query, on: today)
        let counts = try await enquiries.unanswered(at: context.now)
        let addresses = [Paths.enquiryForm, Paths.complaint].compactMap { URL(string: $0, relativeTo: baseURL) }
        let page = EnquiriesPage(
            list, query, counts, addresses: addresses, now: context.now, today: today, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// Exports the filtered list (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let list = try await enquiries.list(query(request, context).asFile, on: today)
        return try await CSVFile(list, today: today, words: pages.words(for: context)).response {
            try await audit.noteExport(of: "enquiries", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.enquiries, EnquiryFilter.form, request.query, today: pages.today(context))
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

    /// GET of an address that only takes POST, by hand or after a change of language.
    @Sendable func backToEnquiry(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.enquiry(try context.id()))
    }

    @Sendable func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let action = context.parameters.get("step").flatMap(EnquiryAction.init),
            let whole = try await enquiries.findWhole(context.id())
        else { throw Refusal.notFound }
        let today = pages.today(context)
        return try await pages.take(EnquiryActionForm.form(action, today: today), from: request, context) {
            $0
        } again: { form in
            let whole = form.isStale ? try await enquiries.findWhole(whole.enquiry.id).orNotFound() : whole
            return try await show(whole, posted: (action, form), context)
        } store: { bound, form in
            do {
                let path = try await enquiries.take(
                    action, bound, on: whole.enquiry.id, today: today, form.submission, context.stamp)
                return .seeOther(path, notice: "notice.enquiry-\(action.rawValue)")
            } catch Refusal.conflict {
                // Somebody else was quicker: the page shows what is possible by now.
                throw EnquiryMovedOn()
            }
        }
    }

    /// - Parameter posted: a rejected form, as it was sent.
    private func show(
        _ whole: EnquiryOverview, inFull: Bool = false, posted: (action: EnquiryAction, form: PostedForm)? = nil,
        _ context: MemberContext
    ) async throws -> Response {
        let page = EnquiryPage(
            whole, inFull: inFull, posted: posted, now: context.now, today: pages.today(context),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: posted?.form.status ?? .ok)
    }
}

/// A step that is no longer possible for an enquiry (UX-4).
private struct EnquiryMovedOn: TooLate {}
