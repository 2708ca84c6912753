import Forms
import Rulebooks

/// Formats the rulebook's rules about issues (ISS-2, ISS-3).
extension RulebookFacts {
    private var limits: IssueLimits { rulebook.issues.limits }

    /// 维修转维修部（24 小时内到场）
    var issueCategories: String {
        rulebook.issues.categories.map { category in
            let department = rulebook.department(category.department)?.title[words.language] ?? category.department
            let own = deadlines(of: category.limits)
            return words(
                own.isEmpty ? "rulebook.fact.issue-category" : "rulebook.fact.issue-category.own",
                [
                    "category": category.title[words.language], "department": department,
                    "deadlines": own.joined(separator: words("rulebook.list-separator")),
                ])
        }.joined(separator: words("rulebook.separator"))
    }

    private func deadlines(of own: CategoryLimits) -> [String] {
        let answer = own.answerHours.map { words("rulebook.fact.issue-category.answer", ["hours": String($0)]) }
        let onSite = own.onSite.map { urgency in
            let hours =
                switch urgency {
                case .ordinary: rulebook.arrival.ordinary
                case .waterAndElectricity: rulebook.arrival.waterAndElectricity
                }
            return words("rulebook.fact.issue-category.on-site", ["hours": String(hours)])
        }
        return [answer, onSite].compactMap { $0 }
    }

    var issueReferral: String {
        switch limits.referral {
        case .sameDay: words("rulebook.fact.issue-referral.same-day")
        case .hours(let hours): words("rulebook.fact.issue-referral.hours", ["hours": String(hours)])
        }
    }

    var issueAnswer: String {
        let within = words("rulebook.fact.issue-answer.text", ["hours": String(limits.answerHours)])
        guard let parts = limits.workingHours else { return within + words("rulebook.fact.issue-answer.wall-clock") }
        let hours = parts.map { "\($0.from)–\($0.to)" }.joined(separator: words("rulebook.list-separator"))
        return within + words("rulebook.fact.issue-answer.working-hours", ["hours": hours])
    }

    var issueMisses: String {
        words(
            "rulebook.fact.issue-misses.text",
            [
                "count": String(limits.warningPercent), "first": words("superior.\(limits.firstMiss.rawValue)"),
                "second": words("superior.\(limits.secondMiss.rawValue)"),
            ])
    }

    var issueReopening: String {
        words("rulebook.fact.issue-reopening.text", ["count": String(limits.reopeningDays)])
    }
}
