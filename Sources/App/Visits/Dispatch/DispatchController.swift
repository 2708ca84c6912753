import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// Sending somebody: `/work-orders/{id}/visits`, with the day to look at in the address.
struct DispatchController: Sendable {
    let orders: WorkOrderStore
    let members: MemberStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await find(context)
        guard whole.order.state.takesVisits else { return .seeOther(Paths.workOrder(whole.order.id)) }
        let day = day(request.query["day"], context)
        let form = DispatchForm.opened(
            for: whole.order, choices(try await technicians(for: whole.order)), on: day, today: pages.today(context))
        return try await show(form, for: whole, on: day, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await find(context)
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let choices = choices(try await technicians(for: whole.order))
        let asks = entered["despite-clash"] != nil
        let bound = DispatchForm.form(
            for: whole.order, choices, today: pages.today(context), asksDespiteClash: asks
        ).bind(entered.fields, today: pages.today(context))
        guard let wish = DispatchForm.wish(bound) else {
            return try await showAgain(bound, entered, for: whole, context)
        }
        do {
            let path = try await orders.dispatch(
                wish, for: whole.order.id, version: version, by: context.member, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.visit-dispatched")
        } catch let clash as VisitClash {
            let asking = DispatchForm.form(
                for: whole.order, choices, today: pages.today(context), asksDespiteClash: true
            ).bind(entered.fields, today: pages.today(context))
                .adding(FieldError(field: "despite-clash", code: "confirm-clash"))
            return try await showAgain(asking, entered, for: whole, obstacle: .clash(clash.visits), context)
        } catch is TechnicianGone {
            let error = FieldError(field: "technician", code: "gone")
            return try await showAgain(bound.adding(error), entered, for: whole, context)
        } catch let movedOn as OrderChanged {
            guard movedOn.order.state.takesVisits else { throw Refusal.conflict("order-not-open") }
            return try await showAgain(bound, entered, for: try await find(context), obstacle: .movedOn, context)
        }
    }

    private func find(_ context: MemberContext) async throws -> WorkOrderOverview {
        try await orders.findWhole(context.id(), visibleTo: context.member).orNotFound()
    }

    /// The day that is asked for, or today; nobody is sent into the past, nor looks further than is agreed on.
    private func day(_ text: String?, _ context: MemberContext) -> Day {
        let today = pages.today(context)
        guard let day = text.flatMap(Day.init), day >= today, day - today <= 90 else { return today }
        return day
    }

    /// Those who can be sent: the order's own department first, then by name.
    private func technicians(for order: WorkOrder) async throws -> [Member] {
        try await members.all().filter(\.canBeSent).sorted { one, other in
            let isOwn = (one.department == order.details.department, other.department == order.details.department)
            return isOwn.0 == isOwn.1 ? (one.name, one.id) < (other.name, other.id) : isOwn.0
        }
    }

    private func choices(_ technicians: [Member]) -> [Choice] {
        technicians.map { Choice(value: String($0.id), label: .name($0.name)) }
    }

    private func showAgain(
        _ bound: BoundForm, _ entered: SubmittedForm, for whole: WorkOrderOverview,
        obstacle: DispatchPage.Obstacle? = nil,
        _ context: MemberContext
    ) async throws -> Response {
        let isMovedOn = if case .movedOn = obstacle { true } else { false }
        return try await show(
            bound, for: whole, on: day(AppointmentForm.appointedTime(bound)?.start.day.description, context),
            version: isMovedOn ? nil : entered.version, obstacle: obstacle, submission: try entered.submission(),
            context,
            status: isMovedOn ? .conflict : .unprocessableContent)
    }

    private func show(
        _ bound: BoundForm, for whole: WorkOrderOverview, on day: Day, version: Int? = nil,
        obstacle: DispatchPage.Obstacle? = nil, submission: SubmissionID = .random(), _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard Permissions.may(context.member, .dispatch(whole.order)) else {
            throw whole.order.state.takesVisits
                ? Refusal.forbidden("not-your-department") : Refusal.conflict("order-not-open")
        }
        let page = DispatchPage(
            bound, for: whole, on: day, try await orders.visits(on: day), try await technicians(for: whole.order),
            for: context.member, version: version, obstacle: obstacle, submission: submission,
            words: WorkOrderWords(
                rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now))
        return try await pages.show(page, to: context, status: status)
    }
}
