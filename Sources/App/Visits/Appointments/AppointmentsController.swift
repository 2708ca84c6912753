import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// Another time for a visit, what the customer knows of it, and visits that are not made: `/visits/{id}/appointments`,
/// `…/appointments/notice`, `…/withdrawal`.
struct AppointmentsController: Sendable {
    let orders: WorkOrderStore
    let pages: PageResponder

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (order, visit) = try await find(context)
        return try await show(forms(visit, context), of: visit, in: order, context)
    }

    @Sendable func agree(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (order, visit) = try await find(context)
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        var forms = forms(visit, context)
        forms.appointment = bind(entered, asks: entered["despite-clash"] != nil, context)
        guard let wish = AppointmentForm.wish(forms.appointment) else {
            return try await show(
                forms, of: visit, in: order, version: version, submission: entered.submission(), context,
                status: .unprocessableContent)
        }
        do {
            let path = try await orders.agree(
                wish, for: visit.id, version: version, by: context.member, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.appointment-agreed")
        } catch let clash as VisitClash {
            forms.appointment = bind(entered, asks: true, context)
                .adding(FieldError(field: "despite-clash", code: "confirm-clash"))
            return try await show(
                forms, of: visit, in: order, version: version, clashes: clash.visits,
                submission: entered.submission(), context, status: .unprocessableContent)
        } catch is StaleVersion {
            let (order, visit) = try await find(context)
            return try await show(
                forms, of: visit, in: order, isStale: true, submission: entered.submission(), context,
                status: .conflict)
        }
    }

    @Sendable func noteTold(_ request: Request, _ context: MemberContext) async throws -> Response {
        let submission = try await request.entered().submission()
        let path = try await orders.noteTold(context.id(), by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.customer-told")
    }

    @Sendable func withdraw(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (order, visit) = try await find(context)
        let entered = try await request.entered()
        let submission = try entered.submission()
        let bound = WithdrawalForm.form.bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let reason = bound[WithdrawalForm.reason] else {
            var forms = forms(visit, context)
            forms.withdrawal = bound
            return try await show(
                forms, of: visit, in: order, submission: submission, context, status: .unprocessableContent)
        }
        let path = try await orders.withdraw(
            visit.id, because: reason, by: context.member, submission, context.stamp)
        return .seeOther(path, notice: "notice.visit-withdrawn")
    }

    private func find(_ context: MemberContext) async throws -> (WorkOrder, DispatchedVisit) {
        try await orders.findVisit(context.id(), visibleTo: context.member).orNotFound()
    }

    private func forms(_ visit: DispatchedVisit, _ context: MemberContext) -> AppointmentPage.Filled {
        AppointmentPage.Filled(appointment: AppointmentForm.opened(visit, today: pages.today(context)))
    }

    private func bind(_ entered: SubmittedForm, asks: Bool, _ context: MemberContext) -> BoundForm {
        let today = pages.today(context)
        return AppointmentForm.form(today: today, asksDespiteClash: asks).bind(entered.fields, today: today)
    }

    private func show(
        _ forms: AppointmentPage.Filled, of visit: DispatchedVisit, in order: WorkOrder, version: Int? = nil,
        clashes: [DispatchedVisit] = [], isStale: Bool = false, submission: SubmissionID = .random(),
        _ context: MemberContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard visit.visit.state.isBeforeArrival else {
            throw Refusal.conflict(visit.visit.state == .withdrawn ? "visit-withdrawn" : "visit-begun")
        }
        guard Permissions.may(context.member, .agreeTime(visit.visit)) else {
            throw Refusal.forbidden("not-your-department")
        }
        let page = AppointmentPage(
            forms, of: visit, in: order, member: context.member, version: version, clashes: clashes, isStale: isStale,
            submission: submission,
            words: WorkOrderWords(
                rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now))
        return try await pages.show(page, to: context, status: status)
    }
}
