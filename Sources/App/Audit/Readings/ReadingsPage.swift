import Foundation

/// Who has read a record, when, why, and on what ground; below that, who was refused (ACC-6).
struct ReadingsPage: Page {
    static let template = "audit/readings/show"
    let values: PageValues

    /// - Parameter record: which one, in words.
    /// - Parameter path: of this page.
    init(_ record: String, _ found: Readings, at path: String, back: String, words: Words) {
        let page = found.page
        let href = { (readings: Int, refusals: Int) in
            Paths.with(
                path,
                [
                    ("readings", readings > 1 ? String(readings) : ""),
                    ("refusals", refusals > 1 ? String(refusals) : ""),
                ])
        }
        values = [
            "record": .text(record), "backHref": .text(back),
            "readings": .page(Self.part(found.readings, page.ofReadings, words) { href($0, page.ofRefusals) }),
            "refusals": .page(Self.part(found.refusals, page.ofRefusals, words) { href(page.ofReadings, $0) }),
            "hasReadings": .flag(!found.readings.isEmpty), "hasRefusals": .flag(!found.refusals.isEmpty),
            "title": .text(words("readings.empty-title")), "text": .text(words("readings.empty-text")),
            "actionHref": .none, "actionLabel": .none,
            "count": .text(
                words(
                    "readings.count",
                    ["count": String(found.counts.readings), "refused": String(found.counts.refusals)])),
        ]
    }

    private static func part(
        _ rows: [Reading], _ page: Int, _ words: Words, _ href: (Int) -> String
    ) -> PageValues {
        let shown = rows.prefix(Readings.Page.size)
        let first = (page - 1) * Readings.Page.size + 1
        return [
            "isPaged": .flag(page > 1 || rows.count > shown.count),
            "rows": .list(shown.map { row($0, words) }),
            "summary": .text(
                words(
                    "pagination.shown", ["first": String(first), "last": String(first + max(0, shown.count - 1))])),
            "previousHref": page > 1 ? .text(href(page - 1)) : .none,
            "nextHref": rows.count > shown.count ? .text(href(page + 1)) : .none,
        ]
    }

    private static func row(_ reading: Reading, _ words: Words) -> PageValues {
        let times = [
            "count": String(reading.count), "first": words.dateTime(reading.first),
            "last": words.dateTime(reading.last),
        ]
        return [
            "time": .text(
                reading.count == 1 ? words.dateTime(reading.last) : words("readings.times", times)),
            "name": .text(reading.memberName ?? "–"), "what": .text(words("audit.action.\(reading.action.rawValue)")),
            "ground": .text(ground(reading, words)), "why": .optional(reading.requestReason),
            "requestHref": .optional(reading.requestID.map { Paths.accessRequest($0) }),
            "address": .text(reading.address),
        ]
    }

    private static func ground(_ reading: Reading, _ words: Words) -> String {
        let purpose = reading.purpose.flatMap { words.optional("readings.purpose.\($0)") } ?? ""
        let ground = reading.ground.flatMap { words.optional("readings.ground.\($0)") } ?? ""
        return [ground, purpose].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
