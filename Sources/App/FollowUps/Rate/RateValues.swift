import Forms
import Markup

/// Template values of a follow-up rate: figure, target, and each part with a link to exactly what it counts (REP-5).
struct RateValues {
    let period: ClosedRange<Day>
    let target: Int
    let words: Words

    /// The values of `components/rate.mustache`, with the definition.
    /// - Parameter agent: nil for the whole company.
    func section(_ rate: FollowUpRate, of agent: Member.ID?) -> PageValues {
        let missing = rate.missing(to: target)
        return [
            "figure": .text(figure(rate)),
            "verdict": .text(
                rate.percent == nil
                    ? words("rate.nothing-due")
                    : words(
                        missing == 0 ? "rate.reached" : "rate.missing",
                        ["target": String(target), "count": String(missing)])),
            "isReached": .flag(rate.percent != nil && missing == 0),
            "parts": .list(parts(rate, of: agent)),
            "definition": .text(words("rate.definition", ["target": String(target)])),
        ]
    }

    /// A row in the table of agents.
    func row(_ rate: FollowUpRate, of agent: Member.ID?, name: String) -> PageValues {
        [
            "name": .text(name), "figure": .text(figure(rate)), "parts": .list(parts(rate, of: agent)),
            "badge": rate.percent == nil
                ? .none
                : rate.missing(to: target) == 0
                    ? .badge(.done, words("rate.is-reached")) : .badge(.neutral, words("rate.is-missed")),
        ]
    }

    private func figure(_ rate: FollowUpRate) -> String { rate.percent.map { "\($0)%" } ?? "–" }

    private func parts(_ rate: FollowUpRate, of agent: Member.ID?) -> [PageValues] {
        FollowUpRate.Part.allCases.map { part in
            let items = [
                ("agent", agent.map(String.init) ?? ""), ("from", period.lowerBound.description),
                ("until", period.upperBound.description), ("outcome", part.rawValue),
            ]
            return [
                "label": .text(words("rate.part.\(part.rawValue)")), "count": .number(rate[part]),
                "href": .text(Paths.with(Paths.followUps, items)),
            ]
        }
    }
}
