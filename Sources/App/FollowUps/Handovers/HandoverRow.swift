import Forms
import Markup

/// A row in lists of handovers.
enum HandoverRow {
    static func values(_ handover: Handover, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.handover(handover.id)),
            "time": .text(words.dateTime(handover.at)),
            "text": .text(
                words(
                    "handover.row",
                    [
                        "extent": extent(handover, words),
                        "names": handover.shares.map(\.name).joined(separator: words("staff.separator")),
                        "calls": String(handover.calls),
                    ])),
            "isReversed": .flag(handover.reversal != nil),
        ]
    }

    static func extent(_ handover: Handover, _ words: Words) -> String {
        let kind = words("handover.extent.\(handover.extent.kind.rawValue)")
        return handover.extent.days.map { "\(kind) \(words.window($0.lowerBound, $0.upperBound))" } ?? kind
    }
}
