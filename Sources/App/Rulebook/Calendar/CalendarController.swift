import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/calendar`: holidays and working days of a year, and its official arrangement (CAD-3).
struct CalendarController: Sendable {
    let calendars: CalendarStore
    let replannings: ReplanningRunStore
    let wakeSignal: WakeSignal
    let pages: PageResponder

    /// The year in the query, by default the current one.
    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let asked = request.query["year"].flatMap { $0.utf8.count < 6 ? Int($0) : nil }
        let years = YearDecision.years
        let year = min(max(asked ?? pages.today(context).year, years.lowerBound), years.upperBound)
        return .seeOther(Paths.calendarYear(year))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(nil, context)
    }

    @Sendable func decide(_ request: Request, _ context: MemberContext) async throws -> Response {
        let year = try year(context)
        return try await pages.take(ArrangementForm.form(year: year), from: request, context) {
            ArrangementForm.arrangement($0, year: year)
        } again: { form in
            try await show(form, context)
        } store: { arrangement, form in
            let path = try await calendars.decide(
                year, arrangement, version: form.baseVersion(), form.submission, context.stamp)
            wakeSignal.ring()
            return .seeOther(path, notice: "notice.arrangement-saved")
        }
    }

    /// Resets a year to the computed statutory holidays.
    @Sendable func withdraw(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let path = try await calendars.decide(
            year(context), nil, version: version, entered.submission(), context.stamp)
        wakeSignal.ring()
        return .seeOther(path, notice: "notice.arrangement-withdrawn")
    }

    private func year(_ context: MemberContext) throws -> Int {
        let year = try context.number("year")
        guard YearDecision.years.contains(year) else { throw Refusal.notFound }
        return year
    }

    /// - Parameter form: nil for the current arrangement.
    private func show(_ form: PostedForm?, _ context: MemberContext) async throws -> Response {
        let year = try year(context)
        let page = CalendarPage(
            year, calendars.rules.calendar, try await calendars.decision(year), form,
            replanning: try await replannings.latest(), for: context.member, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form?.status ?? .ok)
    }
}
