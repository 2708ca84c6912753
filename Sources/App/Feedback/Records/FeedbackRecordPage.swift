import Forms
import Foundation
import Markup

/// One feedback: metadata for everybody who may know of it, content for those who may read it (ACC-2).
///
/// The issue raised from it is named only within the member's scope.
struct FeedbackRecordPage: Page {
    static let template = "feedback/records/record"
    let values: PageValues

    init(
        _ one: Feedback, _ opening: FeedbackOpening, issue: CustomerIssue.ID?, isPrint: Bool, member: Member, now: Date,
        words: Words
    ) {
        let opened = opening.opened
        values = [
            "backHref": .text(Paths.projectFeedback(one.project.id)), "number": .text(one.number),
            "customer": .text(one.customerName), "isOpen": .flag(opened != nil), "isPrint": .flag(isPrint),
            "ground": .optional(opened?.ground.map { words("feedback.ground.\($0.name)") }),
            "printHref": opened == nil || isPrint
                ? .none : .text(Paths.with(Paths.feedbackRecord(one.id), [("print", "1")])),
            "printed": .text(words("record.printed", ["name": member.name, "time": words.dateTime(now)])),
            "requestHref": opening.isAskedFor || !Permissions.may(member, .askForAccess)
                ? .none : .text(Paths.newAccessRequest(.record(.feedback(one.id)))),
            "pendingHref": .optional(opening.pendingRequest.map { Paths.accessRequest($0) }),
            "readingsHref": Permissions.may(member, .seeReadings) ? .text(Paths.feedbackReadings(one.id)) : .none,
            "issueHref": .optional(issue.map { Paths.issue($0) }),
            "entries": .list(Self.entries(one, now, words)),
            "answers": .list(opened.map { FeedbackAnswers.values($0.content, words) } ?? []),
            "additions": .list(opened.map { FeedbackAnswers.additions($0.additions, words) } ?? []),
        ]
    }

    private static func entries(_ one: Feedback, _ now: Date, _ words: Words) -> [PageValues] {
        let seal = words("feedback.seals-at", ["time": words.dateTime(one.sealsAt)])
        let rows: [(String, String, String?)] = [
            ("feedback.project", one.project.number, Paths.project(one.project.id)),
            ("feedback.channel", words("feedback.channel.\(one.channel.rawValue)"), nil),
            ("feedback.received-on", words.day(one.receivedOn), nil),
            ("feedback.submitted-at", words.dateTime(one.submittedAt), nil),
            ("feedback.entered-by", one.enteredBy?.name ?? words("feedback.by-customer"), nil),
            ("record.seal", one.isSealed(at: now) ? words("record.sealed") : seal, nil),
        ]
        return rows.map { ["label": .text(words($0.0)), "value": .text($0.1), "href": .optional($0.2)] }
    }
}
