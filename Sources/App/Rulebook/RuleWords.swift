import Forms
import Rulebooks

/// Formats a rulebook's rules as sentences: when, by which channel, with which questions (CAD-2).
struct RuleWords: Sendable {
    let rulebook: Rulebook
    let words: Words

    func sentence(_ rule: CadenceRule) -> String {
        let questionnaire = rulebook.questionnaire(rule.questionnaire)
        let sentence = words(
            "rulebook.rule",
            [
                "when": when(rule.trigger), "channel": words("channel.\(rule.channel.rawValue)"),
                "questionnaire": questionnaire?.title[words.language] ?? rule.questionnaire,
                "count": String(questionnaire?.questions.count ?? 0),
            ])
        guard let circumstance = rule.circumstance else { return sentence }
        return sentence
            + words("rulebook.only-when", ["what": words("plan.circumstance.\(circumstance.rawValue)")])
    }

    private func when(_ trigger: Trigger) -> String {
        switch trigger {
        case .after(let anchor, let window): after(self.anchor(anchor), window)
        case .beforePlanned(let kind, let opens, let closes):
            words(
                closes == 0 ? "rulebook.when.before.until-then" : "rulebook.when.before.days",
                ["event": words.title(kind), "first": String(opens), "last": String(closes)])
        case .recurring(let anchor, let steps, let openDays):
            steps.map { step($0, self.anchor(anchor)) }.joined(separator: words("rulebook.separator"))
                + words("rulebook.open-for", ["days": String(openDays)])
        case .seasonal(let anchor, let inSeason, let offSeason, let openDays):
            words(
                "rulebook.when.seasonal",
                [
                    "event": self.anchor(anchor), "season": span(inSeason), "rest": span(offSeason),
                    "months": months(rulebook.peakMonths),
                ]) + words("rulebook.open-for", ["days": String(openDays)])
        case .event(let names, let window):
            after(names.map { words($0) }.joined(separator: words("rulebook.or")), window)
        }
    }

    private func anchor(_ anchor: Anchor) -> String {
        let names = anchor.milestones.map(words.title).joined(separator: words("rulebook.list-separator"))
        guard anchor.milestones.count > 1 else { return names }
        return switch anchor {
        case .latest: words("rulebook.anchor.latest", ["events": names])
        case .first: words("rulebook.anchor.first", ["events": names])
        }
    }

    private func after(_ event: String, _ window: Window) -> String {
        switch window.opens {
        case .days(let first):
            let last = first + window.openDays - 1
            return words(
                first == last ? "rulebook.when.after.one-day" : "rulebook.when.after.days",
                ["event": event, "first": String(first), "last": String(last)])
        case .months(let count):
            return words("rulebook.when.after.months", ["event": event, "count": String(count)])
                + words("rulebook.open-for", ["days": String(window.openDays)])
        }
    }

    private func step(_ step: RecurringStep, _ event: String) -> String {
        guard let last = step.last else {
            return words(
                "rulebook.when.step.endless", ["event": event, "first": span(step.first), "every": span(step.every)])
        }
        return words(
            "rulebook.when.step.bounded",
            ["event": event, "first": span(step.first), "every": span(step.every), "last": span(last)])
    }

    private func span(_ span: Span) -> String {
        switch span {
        case .days(let count): words("rulebook.span.days", ["count": String(count)])
        case .months(let count): words("rulebook.span.months", ["count": String(count)])
        }
    }

    private func months(_ months: Set<Int>) -> String {
        months.sorted().map { words("month.\($0)") }.joined(separator: words("rulebook.list-separator"))
    }
}
