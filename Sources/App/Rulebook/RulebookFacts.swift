import Forms
import Rulebooks

/// Formats the deadlines, hours and limits of a rulebook.
struct RulebookFacts {
    let rulebook: Rulebook
    let words: Words

    var lines: [RulebookLine] {
        let separator = words("rulebook.separator")
        let hours = rulebook.callHours.map { "\($0.from)–\($0.to)" }
        let filing: SentenceArguments = [
            "weekday": words("weekday.\(rulebook.filing.weekday)"), "time": "\(rulebook.filing.time)",
        ]
        let warranty: SentenceArguments = [
            "event": words.title(rulebook.warranty.from), "count": String(rulebook.warranty.months),
        ]
        let grants: SentenceArguments = [
            "usual": String(rulebook.grants.defaultHours), "most": String(rulebook.grants.maximumHours),
        ]
        let arrival: SentenceArguments = [
            "ordinary": String(rulebook.arrival.ordinary), "urgent": String(rulebook.arrival.waterAndElectricity),
        ]
        return [
            line("title", rulebook.title[words.language]),
            line("hotline", rulebook.hotline?.canonical ?? words("rulebook.fact.hotline.none")),
            line("call-hours", hours.joined(separator: separator) + words("rulebook.fact.on-working-days")),
            line("filing", words("rulebook.fact.filing.text", filing)),
            line("attempts", words("rulebook.fact.attempts.text", ["count": String(rulebook.attemptsBeforeHandover)])),
            line("target", words("rulebook.fact.target.text", ["count": String(rulebook.target)])),
            line("warranty", words("rulebook.fact.warranty.text", warranty)),
            line("grants", words("rulebook.fact.grants.text", grants)),
            line("departments", rulebook.departments.map { $0.title[words.language] }.joined(separator: separator)),
            line("arrival", words("rulebook.fact.arrival.text", arrival)),
            line("issue-categories", issueCategories),
            line("issue-referral", issueReferral),
            line("issue-answer", issueAnswer),
            line("issue-misses", issueMisses),
            line("issue-reopening", issueReopening),
            line("fees", fees),
            line("parts", words("rulebook.fact.parts.\(rulebook.service.partsInsideWarranty.rawValue)")),
            line("replaced-part", replacedPart),
            line("kinds", rulebook.kinds.map { $0.title[words.language] }.joined(separator: separator)),
            line(
                "ratings",
                rulebook.ratings.map {
                    words("rulebook.rating", ["value": String($0.value), "meaning": $0.meaning[words.language]])
                }.joined(separator: separator)),
        ]
    }

    private var fees: String {
        guard !rulebook.service.fees.isEmpty else { return words("rulebook.fact.fees.none") }
        return rulebook.service.fees.map { words.fee($0) }.joined(separator: words("rulebook.separator"))
    }

    private var replacedPart: String {
        switch rulebook.service.replacedPart {
        case .remaining: words("rulebook.fact.replaced-part.remaining")
        case .anew(let months): words("rulebook.fact.replaced-part.anew", ["count": String(months)])
        }
    }

    private func line(_ name: String, _ text: String) -> RulebookLine {
        RulebookLine(id: "fact.\(name)", label: words("rulebook.fact.\(name)"), text: text)
    }
}

extension Words {
    /// A line of the fee schedule: 上门费 ¥50.00/次.
    func fee(_ fee: Fee) -> String {
        self("rulebook.fee", ["title": fee.title[language], "price": money(fee.price), "unit": fee.unit[language]])
    }
}
