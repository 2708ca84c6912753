import Rulebooks
import Synchronization

/// A consistent snapshot of the rules: rulebook and work calendar.
struct PlanningRules: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    var planSync: PlanSync { PlanSync(rulebook: rulebook, calendar: calendar) }
}

/// The current rules; a change applies at once, without a restart.
///
/// Planning reads them inside its transaction, so that nothing is planned by rules that have just been replaced.
final class CurrentRules: Sendable {
    private let rules: Mutex<PlanningRules>

    init(_ rules: PlanningRules) { self.rules = Mutex(rules) }

    var current: PlanningRules { rules.withLock { $0 } }
    var rulebook: Rulebook { current.rulebook }
    var calendar: WorkCalendar { current.calendar }
    var planSync: PlanSync { current.planSync }

    /// Called after the change has committed, before the next transaction begins.
    func put(_ rulebook: Rulebook) { rules.withLock { $0 = PlanningRules(rulebook: rulebook, calendar: $0.calendar) } }
    func put(_ calendar: WorkCalendar) {
        rules.withLock { $0 = PlanningRules(rulebook: $0.rulebook, calendar: calendar) }
    }
}
