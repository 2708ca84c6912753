import Forms
import Markup

/// The follow-up rate of a week: of the company and each agent, or only of the agent who looks (CAD-5).
struct RatePage: Page {
    static let template = "follow-ups/rate/show"
    let values: PageValues

    init(_ rates: [AgentRate], _ rows: Rows, week: Week, target: Int, today: Day, words: Words) {
        let shown = RateValues(period: week.days, target: target, words: words)
        let agent: Member.ID? =
            switch rows {
            case .all: nil
            case .ofMember(let member): member
            }
        let (year, number) = week.monday.isoWeek
        values = [
            "listHref": .text(Paths.followUps),
            "heading": .text(words("rate.week", ["year": String(year), "week": String(number)])),
            "period": .text(words.window(week.monday, week.sunday)),
            "rate": .page(shown.section(rates.total, of: agent)),
            "agents": agent == nil ? .list(rates.map { shown.row($0.rate, of: $0.agent, name: $0.name) }) : .list([]),
            "hasAgents": .flag(agent == nil && !rates.isEmpty),
            "columns": .list(
                FollowUpRate.Part.allCases.map { ["label": .text(words("rate.part.\($0.rawValue)"))] }),
            "previousHref": .text(Paths.rate(of: week.previous)), "nextHref": .text(Paths.rate(of: week.next)),
            "currentHref": week == Week(of: today) ? .none : .text(Paths.rate),
        ]
    }
}
