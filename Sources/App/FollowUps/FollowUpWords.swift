import Forms
import Foundation
import Markup
import Rulebooks

/// Formats follow-ups, the same on every page.
struct FollowUpWords: Sendable {
    let rulebook: Rulebook
    let words: Words
    let today: Day
    private let badges: [FollowUp.State: PageValue]
    private let channels: [Channel: String]

    init(rulebook: Rulebook, words: Words, today: Day) {
        self.rulebook = rulebook
        self.words = words
        self.today = today
        // Once for all rows of a page.
        badges = Dictionary(
            uniqueKeysWithValues: FollowUp.State.allCases.map { state in
                (state, .badge(state.look, words("follow-up.state.\(state.rawValue)")))
            })
        channels = Dictionary(
            uniqueKeysWithValues: Channel.allCases.map { ($0, words("channel.\($0.rawValue)")) })
    }

    func stage(_ id: String) -> String { rulebook.stage(id)?.title[words.language] ?? id }

    func badge(_ followUp: FollowUp) -> PageValue {
        badges[followUp.state(on: today)] ?? .none
    }

    func channel(_ channel: Channel) -> String { channels[channel] ?? "" }

    /// The urgency in words: "overdue by 3 days", "2 days left", "agreed for 15:00" (CAD-2a).
    func urgency(_ followUp: FollowUp) -> String {
        switch followUp.state(on: today) {
        case .overdue: words("follow-up.overdue-by", ["days": String(today - followUp.closes)])
        case .due:
            followUp.closes == today
                ? words("follow-up.last-day") : words("follow-up.days-left", ["days": String(followUp.closes - today)])
        case .callback: followUp.callbackAt.map { words("follow-up.agreed-for", ["time": moment($0)]) } ?? ""
        case .planned:
            words(
                followUp.isTentative ? "follow-up.tentative" : "follow-up.opens-on", ["day": words.day(followUp.opens)])
        case .done: followUp.doneOn.map { words("follow-up.done-on", ["day": words.day($0)]) } ?? ""
        case .unreachable: words("follow-up.tried", ["count": String(followUp.attempts)])
        case .notApplicable: excuse(followUp)
        }
    }

    /// The time alone for today, with the day for others.
    func moment(_ date: Date) -> String {
        Day(date, in: words.zone) == today ? words.time(date) : words.dateTime(date)
    }

    func excuse(_ followUp: FollowUp) -> String {
        followUp.excusedBecause == PlanSync.planChanged
            ? words("follow-up.plan-changed") : followUp.excusedBecause ?? ""
    }

    /// Why it is owed and why then, such as "9 months after completion on 2026年3月2日".
    func reason(_ followUp: FollowUp) -> String {
        (try? Self.reasons.decode(followUp.reason)).map { reason($0) } ?? ""
    }

    private static let reasons = DecodedTexts<PlanReason>(most: 10_000)

    func reason(_ reason: PlanReason) -> String {
        var sentence = words(
            "plan.reason.\(reason.code.rawValue).\(distance(reason.distance).unit)",
            [
                "event": reason.milestone.map { words("milestone.\($0.rawValue)") }
                    ?? reason.event.map { words($0) } ?? "",
                "day": words.day(reason.day), "count": distance(reason.distance).count,
            ])
        if let circumstance = reason.circumstance {
            sentence += words("plan.and") + words("plan.circumstance.\(circumstance.rawValue)")
        }
        if let moved = reason.movedFrom {
            sentence += words("plan.and") + words("plan.moved", ["day": words.shortDay(moved)])
        }
        return sentence
    }

    private func distance(_ span: Span) -> (unit: String, count: String) {
        switch span {
        case .days(0): ("at-once", "0")
        case .days(let count): ("days", String(count))
        case .months(let count): ("months", String(count))
        }
    }
}

extension FollowUp.State {
    var look: BadgeLook {
        switch self {
        case .planned: .neutral
        case .due: .now
        case .overdue: .late
        case .callback: .attention
        case .done: .done
        case .unreachable: .stopped
        case .notApplicable: .inactive
        }
    }
}
