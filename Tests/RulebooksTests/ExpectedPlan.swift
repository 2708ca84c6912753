import Forms
import Rulebooks

/// The decoration table of CAD-1, written down a second time in the plainest way, to compare plans with.
struct ExpectedPlan {
    private(set) var windows: [String: [Day]] = [:]

    init(of life: ProjectLife, until: Day) {
        func actual(_ kind: MilestoneKind) -> Day? { life.milestones[kind]?.actual }
        func isByOther(_ kind: MilestoneKind) -> Bool { life.milestones[kind]?.handledBy == .other }
        let planned = life.milestones[.completed]?.planned

        if let started = actual(.started) { add("initial", started, 10...15, until) }
        if let carpentersOut = actual(.carpentersOut) { add("mid", carpentersOut, 0...3, until) }
        if let planned {
            let opens = Self.offHolidays(planned.adding(days: -3))
            if actual(.completed).map({ $0 >= opens }) ?? true { add("pre-completion", planned, -3...0, until) }
        }
        if let completed = actual(.completed) {
            add("completion", completed, 0...10, until)
            if let planned, completed > planned { add("late-completion", completed, 3...10, until) }
            let ages = [3, 6, 9, 12, 18, 24] + stride(from: 36, through: 240, by: 12)
            for months in ages { add("warranty-\(months)m", completed.adding(months: months), 0...13, until) }
        }
        if let day = actual(.warrantyProcedure), isByOther(.warrantyProcedure) {
            add("delegate-handover", day, 0...7, until)
        } else if let day = actual(.finalPayment), isByOther(.finalPayment) {
            add("delegate-handover", day, 0...7, until)
        }
        for event in life.events where event.name == .solved {
            add("issue-solved-\(event.id)", event.day, 1...3, until)
        }
        if let day = actual(.warrantyProcedure), !life.hasFeedback { add("missing-feedback", day, 7...14, until) }
    }

    private mutating func add(_ key: String, _ start: Day, _ days: ClosedRange<Int>, _ until: Day) {
        let opens = Self.offHolidays(start.adding(days: days.lowerBound))
        if opens <= until { windows[key] = [opens, opens.adding(days: days.count - 1)] }
    }

    private static func offHolidays(_ day: Day) -> Day {
        WorkCalendar.standard.isHoliday(day) ? offHolidays(day.adding(days: 1)) : day
    }
}
