/// Parses the steps of a recurrence: consecutive, in one unit, with a bounded number of occurrences.
enum StepsReader {
    static func read(_ spots: [YAMLNode]) -> [RecurringStep]? {
        var steps: [RecurringStep] = []
        var occurrences = 0
        for spot in spots {
            guard let mapping = spot.mapping(), let step = step(mapping) else { continue }
            if let previous = steps.last { check(step, after: previous, at: spot) }
            occurrences += step.occurrences ?? 0
            if occurrences > Limits.occurrences {
                mapping.optional("to")?.note(.tooMany, ["most": "\(Limits.occurrences)"])
            }
            steps.append(step)
        }
        return steps.count == spots.count ? steps : nil
    }

    private static func step(_ mapping: MappingReader) -> RecurringStep? {
        let everySpot = mapping.required("every")
        let every = everySpot?.span(atLeast: 1)
        let first = mapping.required("from")?.span()
        let toSpot = mapping.optional("to")
        let last = toSpot?.span()
        mapping.finish()
        guard let every, let first, toSpot == nil || last != nil else { return nil }
        guard every.hasUnit(of: first), last?.hasUnit(of: first) ?? true else {
            mapping.spot.note(.mixedUnits)
            return nil
        }
        if let last, last.count < first.count { toSpot?.note(.endsBeforeStart) }
        if last == nil && every.isShorterThanEndlessInterval {
            everySpot?.note(.tooFrequent, ["least": "\(Limits.endlessInterval)"])
        }
        return RecurringStep(every: every, first: first, last: last)
    }

    private static func check(_ step: RecurringStep, after previous: RecurringStep, at spot: YAMLNode) {
        guard step.first.hasUnit(of: previous.first) else {
            spot.note(.mixedUnits)
            return
        }
        guard let end = previous.last, end.count < step.first.count else {
            spot.note(.overlapping)
            return
        }
    }
}

extension RecurringStep {
    /// The number of occurrences; nil when endless.
    fileprivate var occurrences: Int? {
        last.map { max(0, ($0.count - first.count) / every.count + 1) }
    }
}

extension Span {
    /// Whether the interval is too short for an endless recurrence.
    var isShorterThanEndlessInterval: Bool {
        switch self {
        case .days(let count): count < Limits.endlessInterval
        case .months: false
        }
    }
}
