import Forms
import Foundation

extension Rulebook {
    /// A project's follow-ups that open up to `until`, by opening day, then key (CAD-6).
    ///
    /// Those counted from a planned day are left out unless `includingTentative`.
    public func plan(
        for life: ProjectLife, until: Day, calendar: WorkCalendar, includingTentative: Bool = false
    ) -> [OwedFollowUp] {
        var planner = CadencePlanner(life: life, until: until, calendar: calendar, peakMonths: peakMonths)
        for rule in cadence { planner.apply(rule) }
        let owed = includingTentative ? planner.owed : planner.owed.filter { !$0.isTentative }
        return owed.sorted { ($0.opens, $0.key) < ($1.opens, $1.key) }
    }

    /// The last day of the warranty; nil before it begins.
    public func warrantyEnd(for life: ProjectLife) -> Day? {
        life.milestones[warranty.from]?.actual?.adding(months: warranty.months)
    }

    /// The next weekly filing deadline strictly after `moment`, in the time zone `zone` (ACC-3).
    public func filingDeadline(after moment: Date, in zone: TimeZone) -> Date {
        filing.next(after: moment, in: zone)
    }
}
