import Forms
import Rulebooks

/// The milestones of a demo project, past or planned.
struct DemoLife {
    let milestones: [MilestoneKind: MilestoneDates]

    /// - Parameter start: the actual or planned start of the work.
    init(start: Day, today: Day, _ random: inout DemoRandom) {
        let length = random.number(70...130)
        let planned = start.adding(days: length)
        let delay = random.isTrue(in: 25) ? random.number(3...30) : -random.number(0...5)
        let completed = planned.adding(days: delay)
        let byOther = random.isTrue(in: 12)
        let steps: [(MilestoneKind, Day, planned: Day?)] = [
            (.deposit, start.adding(days: -random.number(20...40)), nil),
            (.contract, start.adding(days: -random.number(7...18)), nil),
            (.started, start, start),
            (.concealedWorks, start.adding(days: length / 4), nil),
            (.carpentersOut, start.adding(days: length / 2), nil),
            (.midPayment, start.adding(days: length / 2 + 2), nil),
            (.secondPhase, start.adding(days: length * 3 / 5), nil),
            (.completed, completed, planned),
            (.finalPayment, completed.adding(days: random.number(2...8)), nil),
            (.warrantyProcedure, completed.adding(days: random.number(3...12)), nil),
        ]
        var milestones: [MilestoneKind: MilestoneDates] = [:]
        for (kind, day, planned) in steps {
            let actual = day <= today ? day : nil
            guard actual != nil || planned != nil else { continue }
            milestones[kind] = MilestoneDates(
                planned: planned, actual: actual,
                handledBy: kind == .warrantyProcedure && actual != nil ? (byOther ? .other : .customer) : nil)
        }
        self.milestones = milestones
    }
}
