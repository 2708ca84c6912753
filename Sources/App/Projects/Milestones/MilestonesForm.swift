import Forms
import Rulebooks

/// The form of a project's milestones: planned and actual date of each, and for some who handled it (ARC-3).
enum MilestonesForm {
    /// Milestones for which it matters who handled them.
    static let handled: [MilestoneKind] = [.finalPayment, .warrantyProcedure]

    static func form(today: Day) -> Form {
        let fields = MilestoneKind.allCases.flatMap { kind -> [any FormField] in
            let dates: [any FormField] = [
                PlannedDates.field(kind, today: today), ActualDates.field(kind, today: today),
            ]
            return dates + (handled.contains(kind) ? [handler(kind)] : [])
        }
        return Form("milestones", fields, rules: [handledOnceItHappened])
    }

    private static func handler(_ kind: MilestoneKind) -> Field<String> {
        .choice(handlerName(kind), Handler.allCases.map { Choice($0.rawValue) })
    }

    static func handlerName(_ kind: MilestoneKind) -> String { "handled-\(kind.rawValue)" }

    private static let handledOnceItHappened = FormRule("handled-once-it-happened") { bound in
        handled.compactMap { kind in
            let actual = ActualDates.name(kind)
            guard bound.values[handlerName(kind)] != nil, bound.values[actual] == nil,
                bound.errors(for: actual).isEmpty
            else { return nil }
            return FieldError(field: actual, code: "handled-when")
        }
    }

    static func filled(with milestones: [MilestoneKind: MilestoneDates], today: Day) -> BoundForm {
        var values: [String: FieldValue] = [:]
        for (kind, dates) in milestones {
            values[PlannedDates.name(kind)] = dates.planned.map { .day($0) }
            values[ActualDates.name(kind)] = dates.actual.map { .day($0) }
            values[handlerName(kind)] = dates.handledBy.map { .choice($0.rawValue) }
        }
        return form(today: today).filled(values)
    }

    /// The milestones with any date.
    static func dates(_ bound: BoundForm) -> [MilestoneKind: MilestoneDates] {
        var milestones: [MilestoneKind: MilestoneDates] = [:]
        for kind in MilestoneKind.allCases {
            let planned = bound.day(PlannedDates.name(kind))
            let actual = bound.day(ActualDates.name(kind))
            guard planned != nil || actual != nil else { continue }
            milestones[kind] = MilestoneDates(planned: planned, actual: actual, handledBy: handler(bound, kind))
        }
        return milestones
    }

    private static func handler(_ bound: BoundForm, _ kind: MilestoneKind) -> Handler? {
        guard case .choice(let text) = bound.values[handlerName(kind)] else { return nil }
        return Handler(rawValue: text)
    }
}

/// Fields of planned dates.
enum PlannedDates {
    static func name(_ kind: MilestoneKind) -> String { "planned-\(kind.rawValue)" }

    static func field(_ kind: MilestoneKind, today: Day, section: String? = nil) -> Field<Day> {
        .date(
            name(kind), DateLimits.planned(today), label: .key("milestones.planned-\(kind.rawValue)"), section: section)
    }
}

/// Fields of actual dates, which cannot be in the future.
enum ActualDates {
    static func name(_ kind: MilestoneKind) -> String { "actual-\(kind.rawValue)" }

    static func field(_ kind: MilestoneKind, today: Day, section: String? = nil) -> Field<Day> {
        .date(name(kind), DateLimits.actual(today), label: .key("milestones.actual-\(kind.rawValue)"), section: section)
    }
}

/// Plausible dates of a project; catches a typo in the century.
enum DateLimits {
    private static let first = Day(year: 2000, month: 1, day: 1) ?? .earliest

    static func planned(_ today: Day) -> ClosedRange<Day> { range(until: today.adding(months: 120)) }
    static func actual(_ today: Day) -> ClosedRange<Day> { range(until: today) }
    /// A warranty may end later than anything is planned.
    static func warranty(_ today: Day) -> ClosedRange<Day> { range(until: today.adding(months: 600)) }

    private static func range(until last: Day) -> ClosedRange<Day> { first...max(first, last) }
}
