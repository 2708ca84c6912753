import Forms

/// The day that a rule counts from, and whether it is only planned.
struct PlanStart {
    let day: Day
    let milestone: MilestoneKind?
    let event: ProjectEvent.Name?
    let isTentative: Bool
}

extension CadencePlanner {
    func start(of anchor: Anchor, for rule: CadenceRule) -> PlanStart? {
        guard holds(rule.circumstance) else { return nil }
        switch anchor {
        case .latest(let kinds):
            return latest(of: kinds.map { reached($0, rule.circumstance) })
        case .first(let kinds):
            let starts = kinds.compactMap { reached($0, rule.circumstance) }
            return starts.first { !$0.isTentative } ?? starts.first
        }
    }

    private func latest(of starts: [PlanStart?]) -> PlanStart? {
        var latest: PlanStart?
        var isTentative = false
        for start in starts {
            guard let start else { return nil }
            isTentative = isTentative || start.isTentative
            if latest.map({ $0.day < start.day }) ?? true { latest = start }
        }
        return latest.map {
            PlanStart(day: $0.day, milestone: $0.milestone, event: nil, isTentative: isTentative)
        }
    }

    private func reached(_ kind: MilestoneKind, _ circumstance: Circumstance?) -> PlanStart? {
        guard let dates = life.milestones[kind], let day = dates.actual ?? dates.planned else { return nil }
        if circumstance == .handledByOther && dates.handledBy != .other { return nil }
        return PlanStart(day: day, milestone: kind, event: nil, isTentative: dates.actual == nil)
    }

    /// Whether the project meets a circumstance; who handled it is checked per milestone.
    func holds(_ circumstance: Circumstance?) -> Bool {
        switch circumstance {
        case .completedLate:
            guard let dates = life.milestones[.completed], let actual = dates.actual, let planned = dates.planned
            else { return false }
            return actual > planned
        case .noFeedback: return !life.hasFeedback
        case .handledByOther, nil: return true
        }
    }
}
