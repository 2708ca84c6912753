import Forms
import Foundation
import Markup

/// A project's feedback link with its actions, and all feedback received (FBK-1, FBK-5).
struct ProjectFeedbackPage: Page {
    static let template = "feedback/links/project"
    let values: PageValues

    /// - Parameter address: of the link, while it is open.
    init(
        _ whole: ProjectFeedback, address: String?, company: String, member: Member, now: Date, words: Words
    ) {
        let (project, link, all) = (whole.project, whole.link, whole.all)
        let mayCollect = Permissions.may(member, .collectFeedback)
        let code = address.flatMap(QRCode.init)
        values = [
            "projectHref": .text(Paths.project(project.id)), "project": .text(project.number),
            "customer": .text(project.customer.formOfAddress.words(for: project.customer.name, words)),
            "mayCollect": .flag(mayCollect), "state": .optional(link.map { Self.state($0, now, words) }),
            "address": mayCollect ? .optional(address) : .none,
            "message": .text(Self.message(address ?? "", link, company, words)),
            "consent": .text(words(whole.agreesToSMS ? "feedback.sms-agreed" : "feedback.sms-not-agreed")),
            "code": mayCollect ? code.map { .page($0.values) } ?? .none : .none,
            "makeAction": .text(Paths.feedbackLinks(project: project.id)),
            "isOpen": .flag(address != nil),
            "makeSubmission": .text(SubmissionID.random().text), "revokeSubmission": .text(SubmissionID.random().text),
            "revokeAction": .optional(link.map { Paths.feedbackLinkRevocation($0.id) }),
            "smallCardHref": .optional(link.map { Paths.sized(Paths.feedbackCard($0.id), .a6) }),
            "largeCardHref": .optional(link.map { Paths.sized(Paths.feedbackCard($0.id), .a4) }),
            "manyHref": mayCollect ? .text(Paths.newFeedbackLinks) : .none,
            "newHref": mayCollect ? .text(Paths.newFeedback(project: project.id)) : .none,
            "rows": .list(all.map { FeedbackRow.values($0, words) }), "hasRows": .flag(!all.isEmpty),
        ]
    }

    /// A text message for the customer; it names nobody, as it may be forwarded (FBK-1).
    private static func message(
        _ address: String, _ link: FeedbackLink?, _ company: String, _ words: Words
    ) -> String {
        let until = link.map { words.day(Day($0.expiresAt, in: words.zone)) } ?? ""
        return words("feedback.message-text", ["company": company, "address": address, "day": until])
    }

    private static func state(_ link: FeedbackLink, _ now: Date, _ words: Words) -> String {
        let state = link.state(at: now)
        let time =
            switch state {
            case .open, .expired: link.expiresAt
            case .used: link.usedAt
            case .revoked: link.revokedAt
            }
        return words(
            "feedback.link.\(state.rawValue)",
            ["name": link.madeBy.name, "made": words.dateTime(link.madeAt), "time": time.map(words.dateTime) ?? ""])
    }
}

extension QRCode {
    var values: PageValues { ["side": .number(side), "path": .text(path)] }
}
