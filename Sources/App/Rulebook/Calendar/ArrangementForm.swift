import Forms
import Rulebooks

/// The form of a year's holiday arrangement: days off, and make-up working days (CAD-3).
enum ArrangementForm {
    static let daysOff = Field<String>.textArea("days-off", maximum: 2_000, required: true, hint: true)
    static let workingDays = Field<String>.textArea("working-days", maximum: 2_000, hint: true)

    static func form(year: Int) -> Form {
        Form(
            "arrangement", [daysOff, workingDays],
            rules: [
                FormRule("days of the year") { bound in
                    [daysOff, workingDays].flatMap { mistakes(in: bound, $0, year: year) }
                },
                FormRule("worked weekends") { workedWeekends($0, year: year) },
            ])
    }

    private static func mistakes(in bound: BoundForm, _ field: Field<String>, year: Int) -> [FieldError] {
        DaysTyped(bound[field] ?? "", year: year).mistakes.prefix(1).map { mistake in
            FieldError(
                field: field.definition.name, code: mistake.code,
                arguments: ["entry": mistake.entry, "year": String(year)])
        }
    }

    private static func workedWeekends(_ bound: BoundForm, year: Int) -> [FieldError] {
        let off = Set(DaysTyped(bound[daysOff] ?? "", year: year).days)
        let worked = DaysTyped(bound[workingDays] ?? "", year: year).days
        let name = workingDays.definition.name
        if let both = worked.first(where: off.contains) {
            return [FieldError(field: name, code: "off-and-worked", arguments: ["day": "\(both)"])]
        }
        guard let ordinary = worked.first(where: { $0.weekday <= 5 }) else { return [] }
        return [FieldError(field: name, code: "worked-anyway", arguments: ["day": "\(ordinary)"])]
    }

    static func arrangement(_ bound: BoundForm, year: Int) -> YearArrangement {
        YearArrangement(
            year: year, daysOff: DaysTyped(bound[daysOff] ?? "", year: year).days,
            workingDays: DaysTyped(bound[workingDays] ?? "", year: year).days)
    }

    /// The form filled with a year's days, one run of days per line.
    static func filled(_ calendar: WorkCalendar, year: Int, _ words: Words) -> BoundForm {
        let days = CalendarYear(year, calendar)
        var values: [String: FieldValue] = [:]
        let lines = { (runs: [ClosedRange<Day>]) in runs.map { text($0, words) }.joined(separator: "\n") }
        if !days.off.isEmpty { values["days-off"] = .text(lines(days.off)) }
        if !days.worked.isEmpty { values["working-days"] = .text(lines(days.worked.map { $0...$0 })) }
        return form(year: year).filled(values)
    }

    private static func text(_ run: ClosedRange<Day>, _ words: Words) -> String {
        let day = { (day: Day) in
            switch words.language {
            case .simplified, .traditional: words.shortDay(day)
            case .english: String(day.description.suffix(5))
            }
        }
        guard run.lowerBound < run.upperBound else { return day(run.lowerBound) }
        return words("calendar.run", ["first": day(run.lowerBound), "last": day(run.upperBound)])
    }
}
