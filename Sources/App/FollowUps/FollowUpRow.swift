import Forms
import Foundation
import Markup

/// A row in lists of follow-ups, without sealed content (ACC-2).
enum FollowUpRow {
    /// - Parameters:
    ///   - now: marks callbacks that are due.
    ///   - saysWhy: whether the row says why the follow-up is owed.
    static func values(
        _ followUp: FollowUp, _ follow: FollowUpWords, now: Date? = nil, saysWhy: Bool = false
    ) -> PageValues {
        let words = follow.words
        var values: PageValues = [
            "href": .text(Paths.followUp(followUp.id)),
            "sheetHref": .text(Paths.sheet(followUp.id)),
            "customer": .text(followUp.customerName),
            "customerHref": .text(Paths.customer(followUp.customerID)),
            "number": .text(followUp.projectNumber),
            "projectHref": .text(Paths.project(followUp.projectID)),
            "stage": .text(follow.stage(followUp.stage)),
            "channel": .text(follow.channel(followUp.channel)),
            "window": .text(words.window(followUp.opens, followUp.closes)),
            "urgency": .text(follow.urgency(followUp)),
            "agent": .text(followUp.agentName),
            "tries": followUp.attempts > 0
                ? .text(words("follow-up.tried", ["count": String(followUp.attempts)])) : .none,
            "badge": follow.badge(followUp),
            "isNow": .flag(followUp.callbackAt.map { at in now.map { at <= $0 } ?? false } ?? false),
        ]
        if saysWhy { values["reason"] = .text(follow.reason(followUp)) }
        return values
    }
}
