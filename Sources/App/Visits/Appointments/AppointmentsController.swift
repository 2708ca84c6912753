import Forms
import Foundation
import Hummingbird

/// Rescheduling, telling the customer, withdrawing: `/visits/{id}/appointments`, `…/appointments/notice`,
/// `…/withdrawal`.
struct AppointmentsController: Sendable {
    let orders: WorkOrderStore
    let pages: PageResponder

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = try await find(context)
        let bound = AppointmentForm.opened(found.visit, today: pages.today(context))
        return try await show(.opened(bound), in: \.appointment, of: found, context)
    }

    @Sendable func agree(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = try await find(context)
        let entered = try await request.entered()
        let bound = bind(entered.fields, asks: entered["despite-clash"] != nil, context)
        return try await pages.take(try PostedForm(entered, bound)) {
            AppointmentForm.wish($0)
        } again: { form in
            try await show(form, in: \.appointment, of: try await find(context), context)
        } store: { wish, form in
            do {
                let path = try await orders.agree(
                    wish, for: found.visit.id, version: form.baseVersion(), by: context.member, form.submission,
                    context.stamp)
                return .seeOther(path, notice: "notice.appointment-agreed")
            } catch let clash as VisitClash {
                let asking = form.with(bind(form.bound.entered, asks: true, context))
                    .adding(FieldError(field: "despite-clash", code: "confirm-clash"))
                return try await show(asking, in: \.appointment, of: found, clashes: clash.visits, context)
            }
        }
    }

    @Sendable func noteTold(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await orders.noteTold(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.customer-told")
    }

    @Sendable func withdraw(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = try await find(context)
        return try await pages.take(WithdrawalForm.form, from: request, context) {
            $0[WithdrawalForm.reason]
        } again: { form in
            try await show(form, in: \.withdrawal, of: found, context)
        } store: { reason, form in
            let path = try await orders.withdraw(
                found.visit.id, because: reason, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.visit-withdrawn")
        }
    }

    private func find(_ context: MemberContext) async throws -> (order: WorkOrder, visit: DispatchedVisit) {
        try await orders.findVisit(context.id(), visibleTo: context.member).orNotFound()
    }

    private func bind(_ entered: [String: [String]], asks: Bool, _ context: MemberContext) -> BoundForm {
        let today = pages.today(context)
        let earliest = AppointmentForm.earliestStart(at: context.now, in: pages.zone)
        return AppointmentForm.form(today: today, from: earliest, asksDespiteClash: asks).bind(entered, today: today)
    }

    private func show(
        _ form: PostedForm, in place: WritableKeyPath<AppointmentPage.Filled, PostedForm>,
        of found: (order: WorkOrder, visit: DispatchedVisit), clashes: [DispatchedVisit] = [], _ context: MemberContext
    ) async throws -> Response {
        let visit = found.visit.visit
        guard visit.state.isBeforeArrival else {
            throw Refusal.conflict(visit.state == .withdrawn ? "visit-withdrawn" : "visit-begun")
        }
        guard Permissions.may(context.member, .agreeTime(visit)) else {
            throw Refusal.forbidden("not-your-department")
        }
        var forms = AppointmentPage.Filled(
            appointment: .opened(AppointmentForm.opened(found.visit, today: pages.today(context))))
        forms[keyPath: place] = form
        let page = AppointmentPage(
            forms, of: found.visit, in: found.order, member: context.member, clashes: clashes,
            words: WorkOrderWords(
                rulebook: orders.rules.rulebook, words: pages.words(for: context), now: context.now))
        return try await pages.show(page, to: context, status: form.status)
    }
}
