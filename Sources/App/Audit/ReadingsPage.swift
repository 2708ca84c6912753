import Foundation

/// Who has read a record, when, why, and on what ground; who was refused (ACC-6).
struct ReadingsPage: Page {
    static let template = "audit/readings"
    let values: PageValues

    /// - Parameter record: which one, in words.
    init(_ record: String, _ readings: [Reading], back: String, words: Words) {
        values = [
            "record": .text(record), "backHref": .text(back),
            "rows": .list(
                readings.map { reading in
                    [
                        "time": .text(words.dateTime(reading.at)), "name": .text(reading.memberName ?? "–"),
                        "what": .text(words("audit.action.\(reading.action)")),
                        "wasRefused": .flag(reading.wasRefused),
                        "ground": .text(Self.ground(reading, words)), "why": .optional(reading.requestReason),
                        "requestHref": .optional(reading.requestID.map(Paths.accessRequest)),
                        "address": .text(reading.address),
                    ]
                }),
            "isEmpty": .flag(readings.isEmpty),
            "title": .text(words("readings.empty-title")), "text": .text(words("readings.empty-text")),
            "actionHref": .none, "actionLabel": .none,
            "count": .text(
                words(
                    "readings.count",
                    [
                        "count": String(readings.filter { !$0.wasRefused }.count),
                        "refused": String(readings.filter(\.wasRefused).count),
                    ])),
        ]
    }

    private static func ground(_ reading: Reading, _ words: Words) -> String {
        let purpose = reading.purpose.flatMap { words.optional("readings.purpose.\($0)") } ?? ""
        let ground = reading.ground.flatMap { words.optional("readings.ground.\($0)") } ?? ""
        return [ground, purpose].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
