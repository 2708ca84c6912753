import Forms
import Foundation
import Markup

/// Formats visits, the same in the day's list, on their page and on paper.
struct VisitWords {
    let words: Words

    init(_ words: Words) { self.words = words }

    func state(_ briefing: VisitDetails, at now: Date) -> PageValue {
        let state = briefing.visit.state
        let isLate = state.isBeforeArrival && briefing.order.isLate(at: now)
        return isLate ? .badge(.late, words("visits.late")) : badge(state)
    }

    /// The badge of a state, wherever a visit is shown; like its order's, it counts as under way from the dispatch on.
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

    /// "14:00–16:00", with the day unless it is today; without an appointment, the arrival deadline.
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

    /// URL of a map search for the address; a plain link, so nothing is sent before it is followed.
    static func map(_ address: String) -> String {
        Paths.with("https://uri.amap.com/search", [("keyword", address)])
    }

    /// The facts of the order on paper.
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
