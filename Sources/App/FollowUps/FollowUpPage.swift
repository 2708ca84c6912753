import Forms
import Foundation
import Markup

/// A follow-up's page without its sealed content: facts, attempts, decisions, and the next step for the current member.
struct FollowUpPage: Page {
    static let template = "follow-ups/show"
    let values: PageValues

    init(
        _ followUp: FollowUp, _ details: FollowUpDetails, _ forms: FollowUpDecisionForms, member: Member,
        times: CallbackTimes, words follow: FollowUpWords
    ) {
        let words = follow.words
        let mayWork = Permissions.may(member, .work(followUp))
        let hasOpened = followUp.hasOpened(by: times.now, in: times.zone)
        values =
            ([
                "customer": .text(followUp.customerName), "customerHref": .text(Paths.customer(followUp.customerID)),
                "stage": .text(follow.stage(followUp.stage)), "badge": follow.badge(followUp),
                "urgency": .text(follow.urgency(followUp)),
                "entries": .list(Self.entries(followUp, follow)),
                "visitHref": Permissions.may(member, .requestWorkOrder)
                    ? .text(Paths.newWorkOrder(followUp: followUp.id)) : .none,
                "issueHref": Permissions.may(member, .raiseIssue)
                    ? .text(Paths.newIssue(of: .followUp(followUp.id, question: nil))) : .none,
                "sheetFrom": mayWork && !hasOpened
                    ? .text(
                        words(
                            followUp.isTentative ? "follow-ups.sheet-from-tentative" : "follow-ups.sheet-from",
                            ["day": words.day(followUp.opens)])) : .none,
                "sheetHref": mayWork && hasOpened ? .text(Paths.sheet(followUp.id)) : .none,
                "attempts": .list(details.attempts.map { AttemptRow.values($0, follow) }),
                "hasAttempts": .flag(!details.attempts.isEmpty),
                "record": details.sheet.map { .page(RecordFacts.values($0, details, followUp, member, follow)) }
                    ?? .none,
                "attemptForm": mayWork
                    ? .page(
                        AttemptPanel.values(followUp, forms.attempt, words: words).merging([
                            "hours": .optional(times.note(words))
                        ]) { own, _ in own })
                    : .none,
            ] as PageValues).merging(FollowUpDecisions.values(followUp, details, forms, member, words)) { own, _ in own
            }
            .merging(FormValues.errors(forms.wrong, words)) { own, _ in own }
    }

    private static func entries(_ followUp: FollowUp, _ follow: FollowUpWords) -> [PageValues] {
        let words = follow.words
        let rows: [(String, String, String?)] = [
            ("project", followUp.projectNumber, Paths.project(followUp.projectID)),
            ("window", words.window(followUp.opens, followUp.closes), nil),
            ("reason", follow.reason(followUp), nil),
            ("channel", follow.channel(followUp.channel), nil),
            ("agent", followUp.agentName, nil),
        ]
        return rows.map { key, value, href in
            ["label": .text(words("follow-ups.column.\(key)")), "value": .text(value), "href": .optional(href)]
        }
    }
}
