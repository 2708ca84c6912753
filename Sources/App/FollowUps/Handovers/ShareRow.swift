import Forms
import Markup

/// A row in the table of shares.
enum ShareRow {
    static func values(_ share: HandoverShare, _ words: Words) -> PageValues {
        [
            "name": .text(share.name), "calls": .number(share.calls), "projects": .number(share.projects),
            "href": .text(Paths.with(Paths.followUps, [("agent", String(share.agent)), ("order", "soonest")])),
        ]
    }
}
