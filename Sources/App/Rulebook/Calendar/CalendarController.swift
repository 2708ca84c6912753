import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/calendar`: which days of a year are off or worked, and the official arrangement of one (CAD-3).
struct CalendarController: Sendable {
    let calendars: CalendarStore
    let replannings: ReplanningRunStore
    let wakeSignal: WakeSignal
    let pages: PageResponder

    /// The year that was asked for, or else this one.
    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let asked = request.query["year"].flatMap { $0.utf8.count < 6 ? Int($0) : nil }
        let years = YearDecision.years
        let year = min(max(asked ?? pages.today(context).year, years.lowerBound), years.upperBound)
        return .seeOther(Paths.calendar(year))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(nil, .random(), context, status: .ok)
    }

    @Sendable func decide(_ request: Request, _ context: MemberContext) async throws -> Response {
        let year = try year(context)
        let entered = try await request.entered()
        let submission = try entered.submission()
        guard let version = entered.version else { throw Refusal.malformed }
        let bound = ArrangementForm.form(year: year).bind(entered.fields, today: pages.today(context))
        guard bound.isValid else {
            return try await show(bound, version: version, submission, context, status: .unprocessableContent)
        }
        do {
            let arrangement = ArrangementForm.arrangement(bound, year: year)
            let path = try await calendars.decide(year, arrangement, version: version, submission, context.stamp)
            wakeSignal.ring()
            return .seeOther(path, notice: "notice.arrangement-saved")
        } catch is StaleVersion {
            return try await show(bound, isStale: true, submission, context, status: .conflict)
        }
    }

    /// Goes back to the statutory days, as computed.
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

    private func show(
        _ bound: BoundForm?, version: Int? = nil, isStale: Bool = false, _ submission: SubmissionID,
        _ context: MemberContext, status: HTTPResponse.Status
    ) async throws -> Response {
        let year = try year(context)
        let page = CalendarPage(
            year, calendars.books.calendar, try await calendars.decision(year), typed: bound, version: version,
            isStale: isStale, replanning: try await replannings.latest(), submission: submission,
            for: context.member, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }
}
