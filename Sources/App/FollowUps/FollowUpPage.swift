import Forms
import Foundation

/// One follow-up: what anybody may know of it, what was tried, and the next step for whoever looks.
struct FollowUpPage: Page {
    static let template = "follow-ups/show"
    let values: PageValues

    init(
        _ followUp: FollowUp, _ details: FollowUpDetails, attempt: BoundForm, excuse: BoundForm,
        submission: SubmissionID, member: Member, now: Date, words follow: FollowUpWords
    ) {
        let words = follow.words
        let mayWork = Permissions.may(member, .work(followUp))
        let isOpen = followUp.state == .owed || followUp.state == .unreachable
        let isClosed = followUp.state == .unreachable || followUp.state == .notApplicable
        let mayExcuse = Permissions.may(member, .excuse)
        values = [
            "customer": .text(followUp.customerName), "customerHref": .text(Paths.customer(followUp.customerID)),
            "stage": .text(follow.stage(followUp.stage)), "badge": follow.badge(followUp),
            "urgency": .text(follow.urgency(followUp)),
            "entries": .list(Self.entries(followUp, follow)),
            "sheetHref": mayWork ? .text(Paths.sheet(followUp.id)) : .none,
            "attempts": .list(details.attempts.map { AttemptRow.values($0, follow) }),
            "hasAttempts": .flag(!details.attempts.isEmpty),
            "record": details.sheet.map { .page(Self.record($0, details, followUp, member, follow)) } ?? .none,
            "excuseForm": mayExcuse && isOpen
                ? .page(
                    FormValues.make(
                        excuse, action: Paths.excuse(followUp.id), submit: "follow-up.excuse", submission: submission,
                        words: words)) : .none,
            "reinstateAction": mayExcuse && isClosed ? .text(Paths.reinstatement(followUp.id)) : .none,
            "attemptForm": mayWork
                ? .page(AttemptPanel.values(followUp, attempt, submission: submission, words: words)) : .none,
            "submission": .text(submission.text),
        ].merging(FormValues.errors(attempt.isValid ? excuse : attempt, words)) { own, _ in own }
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

    private static func record(
        _ sheet: SheetFacts, _ details: FollowUpDetails, _ followUp: FollowUp, _ member: Member, _ follow: FollowUpWords
    ) -> PageValues {
        let words = follow.words
        let mayCorrect = Permissions.may(member, .correct(sheet))
        return [
            "submitted": .text(
                words("record.submitted", ["author": sheet.authorName, "time": words.dateTime(sheet.submittedAt)])),
            "seal": .text(
                sheet.isSealed
                    ? words(
                        "record.sealed-since",
                        ["time": words.dateTime(min(sheet.sealsAt, sheet.filedAt ?? sheet.sealsAt))])
                    : words("record.seals-at", ["time": words.dateTime(sheet.sealsAt)])),
            "isSealed": .flag(sheet.isSealed),
            "sealedBadge": .page(["state": "sealed", "label": .text(words("record.sealed"))]),
            "readHref": details.ground == nil ? .none : .text(Paths.record(followUp.id)),
            "correctHref": mayCorrect ? .text(Paths.correction(followUp.id)) : .none,
            "requestHref": details.ground == nil && details.pendingRequest == nil
                && Permissions.may(member, .askForAccess)
                ? .text(Paths.newAccessRequest(followUp: followUp.id)) : .none,
            "pendingHref": details.ground == nil ? .optional(details.pendingRequest.map(Paths.accessRequest)) : .none,
            "readingsHref": Permissions.may(member, .seeReadings) ? .text(Paths.readings(followUp.id)) : .none,
            "filingAction": Permissions.may(member, .file) && !sheet.isSealed
                ? .text(Paths.filing(followUp.id)) : .none,
            "isClosedToReader": .flag(details.ground == nil),
        ]
    }
}

/// One attempt in words.
enum AttemptRow {
    static func values(_ attempt: Attempt, _ follow: FollowUpWords) -> PageValues {
        let words = follow.words
        return [
            "time": .text(words.dateTime(attempt.at)), "agent": .text(attempt.memberName),
            "outcome": .text(words("attempt.outcome.\(attempt.outcome.rawValue)")),
            "agreed": attempt.callbackAt.map { .text(words("follow-up.agreed-for", ["time": follow.moment($0)])) }
                ?? .none,
        ]
    }
}

/// The buttons for a call that came to nothing, and the times for a call back (CAD-4).
enum AttemptPanel {
    static func values(
        _ followUp: FollowUp, _ bound: BoundForm, submission: SubmissionID = .random(), words: Words
    ) -> PageValues {
        let (day, time) = (bound.typed("callback.date"), bound.typed("callback.time"))
        let error = bound.errors.first.map { FieldValues(bound: bound, words: words).message($0) }
        return [
            "action": .text(Paths.attempts(followUp.id)), "submission": .text(submission.text),
            "outcomes": .list(
                Attempt.Outcome.allCases.filter(\.isInVain).map {
                    ["value": .text($0.rawValue), "label": .text(words("attempt.outcome.\($0.rawValue)"))]
                }),
            "laters": .list(
                CallbackTimes.Kind.allCases.filter { $0 != .typed }.map {
                    ["value": .text($0.rawValue), "label": .text(words("attempt.later.\($0.rawValue)"))]
                }),
            "date": .text(day), "time": .text(time), "isNative": .flag(FieldValues.isNative(day, time)),
            "error": .optional(error), "describedBy": error == nil ? .none : "f-callback-error",
        ]
    }
}
