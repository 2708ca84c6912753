import Forms
import Markup

/// One handover: what went to whom and why, and its reversal.
struct HandoverPage: Page {
    static let template = "follow-ups/handovers/show"
    let values: PageValues

    init(_ handover: Handover, words: Words) {
        let stays = handover.calls - handover.untouched
        values = [
            "title": .text(words("handover.one", ["name": handover.fromName])),
            "name": .text(handover.fromName), "memberHref": .text(Paths.member(handover.fromID)),
            "entries": .list(
                [
                    ("handover.extent", HandoverRow.extent(handover, words)),
                    (
                        "handover.by",
                        words("handover.by-at", ["name": handover.by, "time": words.dateTime(handover.at)])
                    ),
                    ("handover.reason", handover.reason),
                ].map { ["label": .text(words($0.0)), "value": .text($0.1), "href": .none] }),
            "shares": .list(handover.shares.map { ShareRow.values($0, words) }),
            "reversal": handover.reversal.map { .page(Self.reversal($0, words)) } ?? .none,
            "reverse": handover.reversal == nil && handover.canReturn
                ? .page([
                    "action": .text(Paths.handoverReversal(handover.id)),
                    "submission": .text(SubmissionID.random().text),
                    "text": .text(
                        words(
                            "handover.reverse-text",
                            ["name": handover.fromName, "count": String(handover.untouched), "stays": String(stays)])),
                ]) : .none,
            "cannotReturn": handover.reversal == nil && !handover.canReturn
                ? .text(words("handover.cannot-return", ["name": handover.fromName])) : .none,
        ]
    }

    private static func reversal(_ reversal: Handover.Reversal, _ words: Words) -> PageValues {
        let hasProjects = reversal.projectsReturned + reversal.projectsStayed > 0
        return [
            "text": .text(
                words("handover.reversed", ["name": reversal.by, "time": words.dateTime(reversal.at)])),
            "calls": .text(
                words(
                    "handover.returned", ["count": String(reversal.returned), "stays": String(reversal.stayed)])),
            "projects": hasProjects
                ? .text(
                    words(
                        "handover.projects-returned",
                        [
                            "count": String(reversal.projectsReturned), "stays": String(reversal.projectsStayed),
                        ])) : .none,
        ]
    }
}
