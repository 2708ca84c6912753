import Forms
import Foundation
import Markup

/// A row in lists of follow-ups, without sealed content (ACC-2).
enum FollowUpRow {
    static func values(_ followUp: FollowUp, _ follow: FollowUpWords) -> PageValues {
        [
            "href": .text(Paths.followUp(followUp.id)),
            "customer": .text(followUp.customerName),
            "number": .text(followUp.projectNumber),
            "stage": .text(follow.stage(followUp.stage)),
            "badge": follow.badge(followUp),
            "urgency": .text(follow.urgency(followUp)),
            "window": .text(follow.words.window(followUp.opens, followUp.closes)),
            "channel": .text(follow.channel(followUp.channel)),
            "agent": .text(followUp.agentName),
        ]
    }

    /// A row of the day's work list, which says why the follow-up is owed and leads to its sheet.
    /// - Parameter now: marks callbacks that are due.
    static func toDo(_ followUp: FollowUp, _ follow: FollowUpWords, now: Date) -> PageValues {
        [
            "isNow": .flag(followUp.callbackAt.map { $0 <= now } ?? false),
            "href": .text(Paths.followUp(followUp.id)),
            "customer": .text(followUp.customerName),
            "number": .text(followUp.projectNumber),
            "stage": .text(follow.stage(followUp.stage)),
            "channel": .text(follow.channel(followUp.channel)),
            "badge": follow.badge(followUp),
            "urgency": .text(follow.urgency(followUp)),
            "tries": followUp.attempts > 0
                ? .text(follow.words("follow-up.tried", ["count": String(followUp.attempts)])) : .none,
            "reason": .text(follow.reason(followUp)),
            "sheetHref": .text(Paths.sheet(followUp.id)),
        ]
    }
}
