import Forms
import Foundation

/// Puts a visit into words, the same on the day's list, its page and paper.
struct VisitWords {
    let words: Words

    init(_ words: Words) { self.words = words }

    func state(_ briefing: VisitDetails, at now: Date) -> PageValue {
        let state = briefing.visit.state
        let isLate = state.isBeforeArrival && briefing.order.isLate(at: now)
        return isLate ? .badge(.late, words("visits.late")) : badge(state)
    }

    /// How a state looks and is called wherever a visit is shown; like its order's, which takes its course from the
    /// moment that somebody is sent.
    func badge(_ state: VisitState) -> PageValue {
        let look: BadgeLook =
            switch state {
            case .planned, .accepted: .neutral
            case .onSite: .now
            case .reported: .done
            case .withdrawn: .inactive
            }
        return .badge(look, words("visit.state.\(state.rawValue)"))
    }

    /// "14:00–16:00", with its day where that is not today; without an agreed time, by when somebody must be there.
    func time(_ briefing: VisitDetails, today: Day) -> String {
        guard let agreed = briefing.appointment else {
            return words("visits.arrive-by", ["time": moment(briefing.order.arriveBy, today: today)])
        }
        let hours =
            agreed.start.day == agreed.end.day
            ? "\(agreed.start.time)–\(agreed.end.time)"
            : "\(agreed.start.time) – \(words.shortDay(agreed.end.day)) \(agreed.end.time)"
        return agreed.start.day == today ? hours : "\(words.shortDay(agreed.start.day)) \(hours)"
    }

    private func moment(_ date: Date, today: Day) -> String {
        let day = Day(date, in: words.zone)
        return day == today ? words.time(date) : "\(words.shortDay(day)) \(words.time(date))"
    }

    func kind(_ order: WorkOrder) -> String { words("visits.kind.\(order.details.kind.rawValue)") }

    /// A page of a map that looks for the address; an anchor and nothing more, so nothing is sent before it is followed.
    static func map(_ address: String) -> String {
        Paths.with("https://uri.amap.com/search", [("keyword", address)])
    }

    /// What stands about an order on paper.
    func entries(_ briefing: VisitDetails) -> [PageValues] {
        let details = briefing.order.details
        return [
            ("visits.customer", briefing.order.customer.name),
            ("visits.project", briefing.order.project.number),
            ("visits.kind", kind(briefing.order)),
            ("visits.address", details.siteAddress),
            ("visits.contact", "\(details.contactName) \(details.contactPhone.masked)"),
            ("visits.symptom", details.symptom),
            ("visits.received", words.dateTime(details.receivedAt)),
            ("visits.goer", briefing.goer),
        ].filter { !$0.1.isEmpty }.map { key, value in
            ["label": .text(words(key)), "value": .text(value), "href": .none]
        }
    }
}
