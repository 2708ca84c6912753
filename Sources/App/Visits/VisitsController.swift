import Forms
import Foundation
import Hummingbird

/// `/visits/{id}`: one visit for its technician: steps and cash.
struct VisitsController: Sendable {
    let visits: VisitStore
    let reports: ServiceReportStore
    let fees: FeeStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(try await find(context), context)
    }

    /// The page with the phone in full as a link to call, which is audited each time (ACC-8).
    @Sendable func showPhone(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Visit.ID = try context.id()
        let briefing = try await visits.briefShowingPhone(id, for: context.member, context.stamp).orNotFound()
        return try await show(briefing, showsPhone: true, context)
    }

    /// GET of an address that only takes POST, by hand or after a change of language.
    @Sendable func backToVisit(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.visit(try context.id()))
    }

    @Sendable func accept(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await visits.accept(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.visit-accepted")
    }

    @Sendable func arrive(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await visits.arrive(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.visit-arrived")
    }

    /// Hands in the cash of this report (SVC-4).
    @Sendable func handIn(_ request: Request, _ context: MemberContext) async throws -> Response {
        let briefing = try await find(context)
        guard Permissions.may(context.member, .reportVisit(briefing.visit)) else {
            throw Refusal.forbidden("other-technician")
        }
        return try await pages.take(HandingInForm.form, from: request, context) {
            $0[HandingInForm.receipt]
        } again: { form in
            try await show(briefing, handingIn: form, context)
        } store: { receipt, form in
            let path = try await fees.handIn(
                briefing.id, receipt: receipt, note: form.bound[HandingInForm.note] ?? "", by: context.member,
                form.submission, context.stamp)
            return .seeOther(path, notice: "notice.fee-handed-in")
        }
    }

    private func show(
        _ briefing: VisitDetails, showsPhone: Bool = false, handingIn: PostedForm? = nil, _ context: MemberContext
    ) async throws -> Response {
        let page = VisitPage(
            briefing, try await reports.filed(briefing.id), showsPhone: showsPhone, handingIn: handingIn,
            member: context.member, now: context.now, today: pages.today(context), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: handingIn?.status ?? .ok)
    }

    private func find(_ context: MemberContext) async throws -> VisitDetails {
        try await visits.brief(context.id(), for: context.member).orNotFound()
    }
}
