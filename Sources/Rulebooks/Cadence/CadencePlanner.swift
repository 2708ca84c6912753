import Forms

/// Computes a project's follow-ups from a rulebook's rules: a pure function with day arithmetic.
struct CadencePlanner {
    let life: ProjectLife
    let until: Day
    let calendar: WorkCalendar
    let peakMonths: Set<Int>
    private(set) var owed: [OwedFollowUp] = []

    init(life: ProjectLife, until: Day, calendar: WorkCalendar, peakMonths: Set<Int>) {
        self.life = life
        self.until = until
        self.calendar = calendar
        self.peakMonths = peakMonths
    }

    mutating func apply(_ rule: CadenceRule) {
        switch rule.trigger {
        case .after(let anchor, let window):
            guard let start = start(of: anchor, for: rule) else { return }
            add(rule, .after, from: start, distance: window.opens, openDays: window.openDays)
        case .beforePlanned(let kind, let opens, let closes):
            addBefore(kind, opens: opens, closes: closes, rule)
        case .recurring(let anchor, let steps, let openDays):
            guard let start = start(of: anchor, for: rule) else { return }
            for step in steps { addAges(of: step, from: start, openDays: openDays, rule) }
        case .seasonal(let anchor, let inSeason, let offSeason, let openDays):
            guard let start = start(of: anchor, for: rule) else { return }
            addSeason(every: inSeason, isPeak: true, from: start, openDays: openDays, rule)
            addSeason(every: offSeason, isPeak: false, from: start, openDays: openDays, rule)
        case .event(let names, let window):
            addEvents(named: names, window, rule)
        }
    }

    private mutating func addBefore(_ kind: MilestoneKind, opens: Int, closes: Int, _ rule: CadenceRule) {
        guard holds(rule.circumstance), let dates = life.milestones[kind], let planned = dates.planned else { return }
        let nominal = planned.adding(days: -opens)
        let first = calendar.firstDay(notHolidayFrom: nominal)
        if let actual = dates.actual, actual < first { return }
        // The rule is about the planned day itself, so it is firm although no milestone has been reached.
        let start = PlanStart(day: planned, milestone: kind, event: nil, isTentative: false)
        add(rule, .beforePlanned, from: start, distance: .days(opens), nominal: nominal, openDays: opens - closes + 1)
    }

    private mutating func addAges(of step: RecurringStep, from start: PlanStart, openDays: Int, _ rule: CadenceRule) {
        let horizon = horizon(from: start)
        var age = step.first
        while age.count <= step.last?.count ?? .max, age.after(start.day) <= horizon {
            add(rule, .recurring, from: start, distance: age, openDays: openDays, keyPart: age.description)
            age = age.adding(step.every)
        }
    }

    private mutating func addSeason(
        every: Span, isPeak: Bool, from start: PlanStart, openDays: Int, _ rule: CadenceRule
    ) {
        // Each season counts its steps from the milestone, so that an occurrence is identified by its age: a change of
        // season or a moved milestone never renames follow-ups already done.
        let horizon = horizon(from: start)
        var age = every
        var day = age.after(start.day)
        while day <= horizon {
            if peakMonths.contains(day.month) == isPeak {
                add(rule, .seasonal, from: start, distance: age, openDays: openDays, keyPart: age.description)
            }
            age = age.adding(every)
            day = age.after(start.day)
        }
    }

    /// The last day up to which endless recurrences are computed; never the calendar's last day, since no date is after
    /// it.
    private func horizon(from start: PlanStart) -> Day {
        min(until, start.day.adding(days: Limits.lifetime), Day.latest.adding(days: -1))
    }

    private mutating func addEvents(named names: [ProjectEvent.Name], _ window: Window, _ rule: CadenceRule) {
        guard holds(rule.circumstance) else { return }
        var answered: Set<String> = []
        // By day, so that an event reported twice counts once, from its first report.
        for event in life.events.sorted(by: { ($0.day, $0.name.rawValue) < ($1.day, $1.name.rawValue) })
        where names.contains(event.name) && answered.insert(event.id).inserted {
            let start = PlanStart(day: event.day, milestone: nil, event: event.name, isTentative: false)
            add(rule, .event, from: start, distance: window.opens, openDays: window.openDays, keyPart: event.id)
        }
    }

    private mutating func add(
        _ rule: CadenceRule, _ code: PlanReason.Code, from start: PlanStart, distance: Span,
        nominal: Day? = nil, openDays: Int, keyPart: String? = nil
    ) {
        let nominal = nominal ?? distance.after(start.day)
        let opens = calendar.firstDay(notHolidayFrom: nominal)
        guard opens <= until else { return }
        owed.append(
            OwedFollowUp(
                key: keyPart.map { "\(rule.key)-\($0)" } ?? rule.key,
                stage: rule.stage,
                channel: rule.channel,
                opens: opens,
                closes: opens.adding(days: openDays - 1),
                questionnaire: rule.questionnaire,
                isTentative: start.isTentative,
                reason: PlanReason(
                    code: code,
                    milestone: start.milestone,
                    event: start.event,
                    day: start.day,
                    distance: distance,
                    circumstance: rule.circumstance,
                    movedFrom: opens == nominal ? nil : nominal)))
    }
}
