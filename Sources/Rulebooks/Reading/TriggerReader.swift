/// Parses the trigger of a rule.
struct TriggerReader {
    static let kinds = ["after", "before", "recurring", "seasonal", "event"]

    let mapping: MappingReader
    let hasPeakMonths: Bool
    /// Whether it was stored before: unknown events are then skipped instead of rejected.
    let isStored: Bool

    func read(_ kind: String) -> Trigger? {
        defer { mapping.finish() }
        return switch kind {
        case "after": after()
        case "before": before()
        case "recurring": recurring()
        case "seasonal": seasonal()
        default: event()
        }
    }

    private func after() -> Trigger? {
        let anchor = mapping.exactlyOne(of: ["all-of", "first-of"]).flatMap { kind, spot in
            milestones(spot).map { kind == "all-of" ? Anchor.latest(of: $0) : .first(of: $0) }
        }
        let window = window()
        guard let anchor, let window else { return nil }
        return .after(anchor, window)
    }

    private func before() -> Trigger? {
        let kind = mapping.required("milestone")?.option(MilestoneKind.self)
        let opens = mapping.required("opens")?.days()
        let closesSpot = mapping.required("closes")
        let closes = closesSpot?.days()
        guard let kind, let opens, let closes else { return nil }
        if closes > opens { closesSpot?.note(.endsBeforeStart) }
        return .beforePlanned(kind, opens: opens, closes: closes)
    }

    private func recurring() -> Trigger? {
        let anchor = startOfRecurrence()
        let steps = mapping.required("steps")?.list(atMost: 12).flatMap(StepsReader.read)
        let openDays = openDays(mapping.required("open-for"))
        guard let anchor, let steps, let openDays else { return nil }
        return .recurring(anchor, steps: steps, openDays: openDays)
    }

    private func seasonal() -> Trigger? {
        if !hasPeakMonths { mapping.spot.log.add(mapping.spot.line, "peak-months", .missing) }
        let anchor = startOfRecurrence()
        let inSeason = interval(mapping.required("in-season"))
        let offSeason = interval(mapping.required("off-season"))
        let openDays = openDays(mapping.required("open-for"))
        guard let anchor, let inSeason, let offSeason, let openDays else { return nil }
        return .seasonal(anchor, inSeason: inSeason, offSeason: offSeason, openDays: openDays)
    }

    private func event() -> Trigger? {
        let names = mapping.required("names")?.list()?.compactMap(eventName)
        let window = window()
        guard let names, let window else { return nil }
        return .event(names: names, window)
    }

    private func eventName(_ spot: YAMLNode) -> ProjectEvent.Name? {
        guard let word = spot.scalar() else { return nil }
        if let name = ProjectEvent.Name(rawValue: word) { return name }
        let known = ProjectEvent.Name.allCases.map(\.rawValue).joined(separator: ", ")
        if !isStored { spot.note(.unknownEvent, ["value": String(word.prefix(60)), "allowed": known]) }
        return nil
    }

    private func window() -> Window? {
        let opens = mapping.required("opens")?.span()
        guard let end = mapping.exactlyOne(of: ["closes", "open-for"]) else { return nil }
        if end.key == "open-for" {
            guard let openDays = openDays(end.spot), let opens else { return nil }
            return Window(opens: opens, openDays: openDays)
        }
        guard let closes = end.spot.days() else { return nil }
        switch opens {
        case .days(let first):
            if closes < first { end.spot.note(.endsBeforeStart) }
            return Window(opens: .days(first), openDays: max(1, closes - first + 1))
        case .months:
            end.spot.note(.mixedUnits)
            return nil
        case nil:
            return nil
        }
    }

    private func openDays(_ spot: YAMLNode?) -> Int? {
        spot?.days(atLeast: 1, most: Limits.openDays)
    }

    private func interval(_ spot: YAMLNode?) -> Span? {
        guard let spot, let span = spot.span(atLeast: 1) else { return nil }
        if span.isShorterThanEndlessInterval { spot.note(.tooFrequent, ["least": "\(Limits.endlessInterval)"]) }
        return span
    }

    /// One milestone, or a list in which the first reached one counts.
    private func startOfRecurrence() -> Anchor? {
        guard let (key, spot) = mapping.exactlyOne(of: ["milestone", "any-of"]) else { return nil }
        let kinds = key == "any-of" ? milestones(spot) : spot.option(MilestoneKind.self).map { [$0] }
        return kinds.map { .first(of: $0) }
    }

    private func milestones(_ spot: YAMLNode) -> [MilestoneKind]? {
        var names = UniqueNames()
        return spot.list()?.compactMap { entry in
            let kind = entry.option(MilestoneKind.self)
            names.check(kind?.rawValue, at: entry)
            return kind
        }
    }
}
