import Rulebooks
import Synchronization

/// What the company goes by at one moment: its rulebook, and which days are worked.
struct PlanningRules: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    var planSync: PlanSync { PlanSync(rulebook: rulebook, calendar: calendar) }
}

/// The current rules; a change is there for the very next thing that asks, without a restart.
///
/// Whoever plans takes them inside the transaction, so that nothing is planned by rules that have just been replaced.
final class CurrentRules: Sendable {
    private let rules: Mutex<PlanningRules>

    init(_ rules: PlanningRules) { self.rules = Mutex(rules) }

    var current: PlanningRules { rules.withLock { $0 } }
    var rulebook: Rulebook { current.rulebook }
    var calendar: WorkCalendar { current.calendar }
    var planSync: PlanSync { current.planSync }

    /// Called when the change is on the disk, before the next transaction begins.
    func put(_ rulebook: Rulebook) { rules.withLock { $0 = PlanningRules(rulebook: rulebook, calendar: $0.calendar) } }
    func put(_ calendar: WorkCalendar) {
        rules.withLock { $0 = PlanningRules(rulebook: $0.rulebook, calendar: calendar) }
    }
}
