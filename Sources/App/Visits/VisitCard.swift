import Forms
import Foundation
import Markup

/// A visit in a technician's day: when, where, what for, and the next step (SVC-2).
enum VisitCard {
    static func values(_ briefing: VisitDetails, now: Date, today: Day, _ words: Words) -> PageValues {
        let visit = VisitWords(words)
        let order = briefing.order
        return [
            "href": .text(Paths.visit(briefing.id)), "time": .text(visit.time(briefing, today: today)),
            "badge": visit.state(briefing, at: now), "number": .text(order.number), "kind": .text(visit.kind(order)),
            "isUrgent": .flag(order.details.urgency == .waterElectricity),
            "customer": .text(order.customer.formOfAddress.words(for: order.customer.name, words)),
            "address": .text(order.details.siteAddress), "mapHref": .text(VisitWords.map(order.details.siteAddress)),
            "phone": .text(order.details.contactPhone.masked), "contact": .text(order.details.contactName),
            "tel": .none, "phoneAction": .text(Paths.visitPhone(briefing.id)), "symptom": .text(order.details.symptom),
            "tools": .text(order.details.tools), "note": .text(briefing.note),
            "step": step(briefing, words),
            "reportHref": briefing.visit.state == .onSite ? .text(Paths.report(briefing.id)) : .none,
        ]
    }

    /// The one-tap step: accepting, then having arrived.
    static func step(_ briefing: VisitDetails, _ words: Words) -> PageValue {
        let step: (path: String, key: String)? =
            switch briefing.visit.state {
            case .planned: (Paths.acceptance(visit: briefing.id), "visits.accept")
            case .accepted: (Paths.arrival(visit: briefing.id), "visits.arrive")
            case .onSite, .reported, .withdrawn: nil
            }
        guard let step else { return .none }
        return .page([
            "action": .text(step.path), "label": .text(words(step.key)),
            "submission": .text(SubmissionID.random().text),
        ])
    }
}

/// The sections of a technician's day.
enum VisitDayValues {
    static func values(_ day: VisitDay, now: Date, today: Day, _ words: Words) -> PageValues {
        let parts: [(String, [VisitDetails])] = [
            ("visits.overdue", day.overdue), ("visits.today", day.today), ("visits.without-time", day.withoutTime),
            ("visits.tomorrow", day.tomorrow),
        ]
        return [
            "parts": .list(
                parts.filter { !$0.1.isEmpty }.map { key, visits in
                    [
                        "title": .text(words(key)), "count": .number(visits.count),
                        "visits": .list(visits.map { VisitCard.values($0, now: now, today: today, words) }),
                    ]
                }),
            "isEmpty": .flag(day.isEmpty),
            "later": day.laterCount > 0 ? .text(words("visits.later", ["count": String(day.laterCount)])) : .none,
            "cash": day.cashCount > 0
                ? .text(
                    words(
                        "visits.cash", ["count": String(day.cashCount), "total": words.money(day.cash)])) : .none,
            "cashHref": .text(Paths.fees),
        ]
    }
}
