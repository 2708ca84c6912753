import Forms
import Foundation
import Hummingbird

/// Dispatching a visit: `/work-orders/{id}/visits`, with the displayed day in the query.
struct DispatchController: Sendable {
    let orders: WorkOrderStore
    let members: MemberStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await find(context)
        guard whole.order.state.takesVisits else { return .seeOther(Paths.workOrder(whole.order.id)) }
        let day = day(request.query["day"], context)
        let bound = DispatchForm.opened(
            for: whole.order, choices(try await technicians(for: whole.order)), on: day, today: pages.today(context))
        return try await show(.opened(bound), for: whole, on: day, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await find(context)
        let choices = choices(try await technicians(for: whole.order))
        let entered = try await request.entered()
        let bound = bind(entered.fields, for: whole.order, choices, asks: entered["despite-clash"] != nil, context)
        return try await pages.take(try PostedForm(entered, bound)) {
            DispatchForm.wish($0)
        } again: { form in
            try await showAgain(form, for: try await find(context), context)
        } store: { wish, form in
            do {
                let path = try await orders.dispatch(
                    wish, for: whole.order.id, version: form.baseVersion(), by: context.member, form.submission,
                    context.stamp)
                return .seeOther(path, notice: "notice.visit-dispatched")
            } catch let clash as VisitClash {
                let asking = form.with(bind(form.bound.entered, for: whole.order, choices, asks: true, context))
                    .adding(FieldError(field: "despite-clash", code: "confirm-clash"))
                return try await showAgain(asking, for: whole, clashes: clash.visits, context)
            } catch is TechnicianGone {
                let gone = form.adding(FieldError(field: "technician", code: "gone"))
                return try await showAgain(gone, for: whole, context)
            }
        }
    }

    private func bind(
        _ entered: [String: [String]], for order: WorkOrder, _ technicians: [Choice], asks: Bool,
        _ context: MemberContext
    ) -> BoundForm {
        let today = pages.today(context)
        let earliest = AppointmentForm.earliestStart(at: context.now, in: pages.zone)
        return DispatchForm.form(for: order, technicians, today: today, from: earliest, asksDespiteClash: asks)
            .bind(entered, today: today)
    }

    private func find(_ context: MemberContext) async throws -> WorkOrderOverview {
        try await orders.findWhole(context.id(), visibleTo: context.member).orNotFound()
    }

    /// The day in the query, if a visit may be planned on it; else today.
    private func day(_ text: String?, _ context: MemberContext) -> Day {
        let today = pages.today(context)
        guard let day = text.flatMap(Day.init), day >= today, day - today <= 90 else { return today }
        return day
    }

    /// Members who can be dispatched: the order's department first, then by name.
    private func technicians(for order: WorkOrder) async throws -> [Member] {
        try await members.all().filter(\.canBeSent).sorted { one, other in
            let isOwn = (one.department == order.details.department, other.department == order.details.department)
            return isOwn.0 == isOwn.1 ? (one.name, one.id) < (other.name, other.id) : isOwn.0
        }
    }

    private func choices(_ technicians: [Member]) -> [Choice] {
        technicians.map { Choice(value: String($0.id), label: .name($0.name)) }
    }

    /// The form again, with the day of the entered time.
    private func showAgain(
        _ form: PostedForm, for whole: WorkOrderOverview, clashes: [DispatchedVisit] = [], _ context: MemberContext
    ) async throws -> Response {
        let day = day(AppointmentForm.appointedTime(form.bound)?.start.day.description, context)
        return try await show(form, for: whole, on: day, clashes: clashes, context)
    }

    private func show(
        _ form: PostedForm, for whole: WorkOrderOverview, on day: Day, clashes: [DispatchedVisit] = [],
        _ context: MemberContext
    ) async throws -> Response {
        guard Permissions.may(context.member, .dispatch(whole.order)) else {
            throw whole.order.state.takesVisits
                ? Refusal.forbidden("not-your-department") : Refusal.conflict("order-not-open")
        }
        let page = DispatchPage(
            form, for: whole, on: day, try await orders.visits(on: day), try await technicians(for: whole.order),
            for: context.member, clashes: clashes,
            words: WorkOrderWords(
                rulebook: orders.rules.rulebook, words: pages.words(for: context), now: context.now))
        return try await pages.show(page, to: context, status: form.status)
    }
}
