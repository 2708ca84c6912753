import Forms
import Markup
import Rulebooks

/// One year's days off and make-up working days, their source, and the form to change them.
struct CalendarPage: Page {
    static let template = "rulebook/calendar/show"
    let values: PageValues

    /// - Parameter posted: the rejected form; nil for the current arrangement.
    init(
        _ year: Int, _ calendar: WorkCalendar, _ decision: YearDecision?, _ posted: PostedForm?,
        replanning: ReplanningRun?, for member: Member, words: Words
    ) {
        let days = CalendarYear(year, calendar)
        let mayChange = Permissions.may(member, .changeCalendar)
        let stored = ArrangementForm.filled(calendar, year: year, words)
        let form = posted ?? .opened(stored)
        let isArranged = calendar.arrangements.contains { $0.year == year }
        let missing = WorkCalendar.statutoryHolidays(in: year).map(\.day).filter { !calendar.isHoliday($0) }
        let drawn = FormValues.make(
            form, action: Paths.calendarYear(year), submit: "calendar.save", version: decision?.id ?? 0, words: words
        ).merging([
            "isStale": .flag(form.isStale),
            "differences": FormValues.differences(mine: form.bound, theirs: stored, words),
        ]) { own, _ in own }
        values = [
            "rulebookHref": .text(Paths.rulebook), "action": .text(Paths.calendar),
            "year": .text(words("calendar.year", ["year": String(year)])),
            "previousHref": year > YearDecision.years.lowerBound ? .text(Paths.calendarYear(year - 1)) : .none,
            "nextHref": year < YearDecision.years.upperBound ? .text(Paths.calendarYear(year + 1)) : .none,
            "years": .list(
                YearDecision.years.map { ["value": .number($0), "checked": .flag($0 == year)] }),
            "source": .text(Self.source(decision, isArranged: isArranged, words)),
            "missing": missing.isEmpty
                ? .none
                : .text(
                    words(
                        "calendar.missing",
                        ["days": missing.map(words.shortDay).joined(separator: words("rulebook.list-separator"))])),
            "off": .list(days.off.map { Self.run($0, year: year, words) }),
            "hasWorked": .flag(!days.worked.isEmpty),
            "worked": .list(days.worked.map { ["day": .text(Self.withWeekday($0, words))] }),
            "progress": replanning.flatMap { $0.finishedAt == nil ? $0 : nil }
                .map { .text(ReplanningWords.sentence($0, words)) } ?? .none,
            "reloadHref": .text(Paths.calendarYear(year)),
            "form": mayChange ? .page(drawn) : .none,
            "withdrawal": mayChange && isArranged
                ? .page([
                    "action": .text(Paths.arrangementWithdrawal(year)),
                    "submission": .text(SubmissionID.random().text), "version": .number(decision?.id ?? 0),
                ]) : .none,
        ]
    }

    private static func source(_ decision: YearDecision?, isArranged: Bool, _ words: Words) -> String {
        guard let decision else { return words(isArranged ? "calendar.announced" : "calendar.computed") }
        return words(
            decision.arrangement == nil ? "calendar.computed-by" : "calendar.entered-by",
            ["name": decision.decidedBy, "time": words.dateTime(decision.decidedAt)])
    }

    private static func run(_ run: ClosedRange<Day>, year: Int, _ words: Words) -> PageValues {
        let holidays = WorkCalendar.statutoryHolidays(in: year).filter { run.contains($0.day) }.map(\.holiday)
        let names = Holiday.allCases.filter(holidays.contains).map { words("holiday.\($0.rawValue)") }
        let first = withWeekday(run.lowerBound, words)
        return [
            "names": .text(
                names.isEmpty ? words("calendar.other") : names.joined(separator: words("rulebook.list-separator"))),
            "days": .text(
                run.lowerBound == run.upperBound
                    ? first : words("calendar.run", ["first": first, "last": withWeekday(run.upperBound, words)])),
            "count": .text(words("rulebook.span.days", ["count": String(run.upperBound - run.lowerBound + 1)])),
        ]
    }

    private static func withWeekday(_ day: Day, _ words: Words) -> String {
        words("calendar.day", ["day": words.shortDay(day), "weekday": words.weekday(day)])
    }
}
