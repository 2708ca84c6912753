/// Parses the cadence rules.
struct CadenceReader {
    let stages: [String]?
    let questionnaires: [String]?
    let hasPeakMonths: Bool
    let isStored: Bool

    func read(_ rules: [YAMLNode]) -> [CadenceRule] {
        var keys = UniqueNames()
        let read = rules.compactMap { spot -> (spot: YAMLNode, rule: CadenceRule)? in
            guard let mapping = spot.mapping() else { return nil }
            let rule = rule(mapping)
            keys.check(rule?.key, at: mapping.optional("key"))
            return rule.map { (spot, $0) }
        }
        for (spot, rule) in read where read.contains(where: { rule.canBeTakenFor($0.rule) }) {
            spot.note(.duplicate, ["value": rule.key])
        }
        return read.map(\.rule)
    }

    private func rule(_ mapping: MappingReader) -> CadenceRule? {
        let key = mapping.required("key")?.identifier()
        let stage = mapping.required("stage")?.reference(to: stages)
        let channel = mapping.required("channel")?.option(Channel.self)
        let questionnaire = mapping.required("questionnaire")?.reference(to: questionnaires)
        let trigger = mapping.exactlyOne(of: TriggerReader.kinds).flatMap { kind, spot in
            spot.mapping().flatMap {
                TriggerReader(mapping: $0, hasPeakMonths: hasPeakMonths, isStored: isStored).read(kind)
            }
        }
        let circumstanceSpot = mapping.optional("only-when")
        let circumstance = circumstanceSpot?.option(Circumstance.self)
        mapping.finish()
        guard let key, let stage, let channel, let questionnaire, let trigger else { return nil }
        if let circumstance, !circumstance.canHold(for: trigger) { circumstanceSpot?.note(.impossible) }
        return CadenceRule(
            key: key, stage: stage, channel: channel, questionnaire: questionnaire,
            trigger: trigger, circumstance: circumstance)
    }
}

extension CadenceRule {
    /// Key collision: whether this key equals one that `other` generates for its occurrences, such as "warranty-9m".
    fileprivate func canBeTakenFor(_ other: CadenceRule) -> Bool {
        switch other.trigger {
        case .after, .beforePlanned: false
        case .recurring, .seasonal, .event: key.hasPrefix(other.key + "-")
        }
    }
}

extension Circumstance {
    /// Whether a project that meets the trigger can be in this circumstance at all.
    fileprivate func canHold(for trigger: Trigger) -> Bool {
        switch (self, trigger) {
        case (.noFeedback, _): true
        case (.completedLate, .beforePlanned): false
        case (.completedLate, .after), (.completedLate, .recurring), (.completedLate, .seasonal),
            (.completedLate, .event):
            true
        case (.handledByOther, .after(let anchor, _)), (.handledByOther, .recurring(let anchor, _, _)),
            (.handledByOther, .seasonal(let anchor, _, _, _)):
            anchor.milestones.allSatisfy(\.canBeHandledByOther)
        case (.handledByOther, .beforePlanned), (.handledByOther, .event): false
        }
    }
}

extension MilestoneKind {
    /// Milestones for which it is recorded who handled them (ARC-3).
    public var canBeHandledByOther: Bool {
        switch self {
        case .warrantyProcedure, .finalPayment: true
        case .deposit, .contract, .started, .concealedWorks, .carpentersOut, .midPayment, .secondPhase, .completed,
            .purchased:
            false
        }
    }
}
