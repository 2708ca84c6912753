import Foundation
import Markup

/// Who read a record, when, why, and on what ground; below, who was refused (ACC-6).
struct ReadingsPage: Page {
    static let template = "audit/readings/show"
    let values: PageValues

    /// - Parameter record: the record's title.
    /// - Parameter path: of this page.
    init(_ record: String, _ found: Readings, at path: String, back: String, words: Words) {
        let href = { (readings: Int, refusals: Int) in
            Paths.with(
                path,
                [
                    ("readings", readings > 1 ? String(readings) : ""),
                    ("refusals", refusals > 1 ? String(refusals) : ""),
                ])
        }
        let (readings, refusals) = (found.readings, found.refusals)
        values = [
            "record": .text(record), "backHref": .text(back),
            "readings": .page(Self.part(readings, words) { href($0, refusals.part.page) }),
            "refusals": .page(Self.part(refusals, words) { href(readings.part.page, $0) }),
            "hasReadings": .flag(!readings.rows.isEmpty), "hasRefusals": .flag(!refusals.rows.isEmpty),
            "title": .text(words("readings.empty-title")), "text": .text(words("readings.empty-text")),
            "actionHref": .none, "actionLabel": .none,
            "count": .text(
                words(
                    "readings.count",
                    ["count": String(found.counts.readings), "refused": String(found.counts.refusals)])),
        ]
    }

    private static func part(
        _ list: ListSlice<Reading>, _ words: Words, _ href: (Int) -> String
    ) -> PageValues {
        Pagination.values(list, words, href: href).merging([
            "isPaged": .flag(list.part.offset > 0 || list.isMore), "rows": .list(list.rows.map { row($0, words) }),
        ]) { $1 }
    }

    private static func row(_ reading: Reading, _ words: Words) -> PageValues {
        let times: SentenceArguments = [
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
