import Forms
import Foundation

/// A project's link to the form with what can be done with it, and all that came in (FBK-1, FBK-5).
struct ProjectFeedbackPage: Page {
    static let template = "feedback/project"
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

    /// What is sent to the customer; it names nobody, as it may be forwarded (FBK-1).
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

/// A line of a list of feedback: that it is there, not what it says (ACC-2).
enum FeedbackRow {
    static func values(_ one: Feedback, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.feedbackRecord(one.id)), "number": .text(one.number),
            "received": .text(words.day(one.receivedOn)),
            "channel": .text(words("feedback.channel.\(one.channel.rawValue)")),
        ]
    }

    /// With whose it is and how it stands, for a list of many projects.
    static func values(_ one: Feedback, now: Date, _ words: Words) -> PageValues {
        let isSealed = one.isSealed(at: now)
        let state = words(isSealed ? "record.sealed" : "feedback.not-sealed")
        return values(one, words).merging([
            "customer": .text(one.customerName), "project": .text(one.project.number),
            "projectHref": .text(Paths.project(one.project.id)), "agent": .text(one.agent.name),
            "badge": .page(["state": .text(isSealed ? "not-applicable" : "planned"), "label": .text(state)]),
        ]) { own, _ in own }
    }
}

/// What somebody of the staff enters for the customer (FBK-5).
struct FeedbackEntryPage: Page {
    static let template = "feedback/entry"
    let values: PageValues

    init(_ bound: BoundForm, _ whole: ProjectFeedback, submission: SubmissionID, words: Words) {
        let project = whole.project
        values = [
            "known": .list(whole.all.map { FeedbackRow.values($0, words) }), "hasKnown": .flag(!whole.all.isEmpty),
            "backHref": .text(Paths.feedback(project: project.id)), "project": .text(project.number),
            "customer": .text(project.customer.formOfAddress.words(for: project.customer.name, words)),
            "action": .text(Paths.feedback(project: project.id)), "submission": .text(submission.text),
        ].merging(FeedbackFields.values(bound, words)) { own, _ in own }
            .merging(FormValues.errors(bound, words)) { own, _ in own }
    }
}

/// One feedback: its facts for everybody who may know of it, what was said for those who may read it (ACC-2).
///
/// The issue that came of it is named only to those who see that.
struct FeedbackRecordPage: Page {
    static let template = "feedback/record"
    let values: PageValues

    init(
        _ one: Feedback, _ opening: FeedbackOpening, issue: CustomerIssue.ID?, isPrint: Bool, member: Member, now: Date,
        words: Words
    ) {
        let opened = opening.opened
        values = [
            "backHref": .text(Paths.feedback(project: one.project.id)), "number": .text(one.number),
            "customer": .text(one.customerName), "isOpen": .flag(opened != nil), "isPrint": .flag(isPrint),
            "ground": .optional(opened?.ground.map { words("feedback.ground.\($0.name)") }),
            "printHref": opened == nil || isPrint
                ? .none : .text(Paths.with(Paths.feedbackRecord(one.id), [("print", "1")])),
            "printed": .text(words("record.printed", ["name": member.name, "time": words.dateTime(now)])),
            "requestHref": opening.isAskedFor || !Permissions.may(member, .askForAccess)
                ? .none : .text(Paths.newAccessRequest(.record(.feedback(one.id)))),
            "pendingHref": .optional(opening.pendingRequest.map(Paths.accessRequest)),
            "readingsHref": Permissions.may(member, .seeReadings) ? .text(Paths.feedbackReadings(one.id)) : .none,
            "issueHref": .optional(issue.map(Paths.issue)),
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

/// For which projects links are to be made at once.
struct FeedbackLinksPage: Page {
    static let template = "feedback/links"
    let values: PageValues

    init(_ bound: BoundForm, isEmpty: Bool, submission: SubmissionID = .random(), words: Words) {
        values = FormValues.make(
            bound, action: Paths.manyFeedbackLinks, submit: "feedback.make-links", submission: submission, words: words
        ).merging(["isEmpty": .flag(isEmpty)]) { own, _ in own }
    }
}

/// How large a card is printed.
enum CardSize: String, Sendable, CaseIterable {
    case a6, a4

    init(_ text: String?) { self = text.flatMap(CardSize.init(rawValue:)) ?? .a6 }
}

/// Cards with a QR code, each a page of its own when printed. Whose it is stands at the foot, so that the cards of many
/// are not mixed up; customers get theirs from somebody's hand.
struct FeedbackCardPage: Page {
    static let template = "feedback/card"
    let values: PageValues

    /// - Parameter href: the address of the page for another size of paper.
    init(
        _ links: [(link: FeedbackLink, address: String)], size: CardSize, href: (CardSize) -> String, company: String,
        back: String, words: Words
    ) {
        let whose = { (link: FeedbackLink) in
            "\(link.customer.formOfAddress.words(for: link.customer.name, words)) · \(link.projectNumber)"
        }
        values = [
            "backHref": .text(back), "size": .text(size.rawValue), "company": .text(company),
            "sizes": .list(
                CardSize.allCases.map {
                    ["href": .text(href($0)), "current": .flag($0 == size), "label": .text($0.rawValue.uppercased())]
                }),
            "cards": .list(
                links.compactMap { link, address in
                    QRCode(address).map { code in
                        [
                            "code": .page(code.values), "whose": .text(whose(link)),
                            "until": .text(words("feedback.open-until", ["time": words.dateTime(link.expiresAt)])),
                        ]
                    }
                }),
        ]
    }
}
