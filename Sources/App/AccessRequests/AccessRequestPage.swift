import Forms
import Foundation
import Markup

/// One access request: its history, and the next step for the current member.
struct AccessRequestPage: Page {
    static let template = "access-requests/show"
    let values: PageValues

    init(
        _ request: AccessRequest, _ forms: AccessDecisionForms, member: Member, words follow: FollowUpWords
    ) {
        let words = follow.words
        let mayDecide = Permissions.may(member, .decide(request))
        let revocable = request.grant.flatMap { Permissions.may(member, .revoke($0)) ? $0 : nil }
        let isMine = request.memberID == member.id
        values = [
            "listHref": .text(Paths.accessRequests),
            "customer": .text(request.customerName), "badge": AccessRequestRow.badge(request, words),
            "entries": .list(Self.entries(request, follow)),
            "story": .list(Self.story(request, words)),
            "readHref": isMine && request.state == .approved ? .optional(Self.target(request)) : .none,
            "againHref": isMine && (request.state == .expired || request.state == .revoked || request.state == .refused)
                ? .text(Paths.newAccessRequest(request.record.map { .record($0) } ?? .project(request.projectID)))
                : .none,
            "approvalForm": mayDecide
                ? .page(
                    FormValues.make(
                        forms.approval, action: Paths.approval(request.id), submit: "access.approve", words: words))
                : .none,
            "refusalForm": mayDecide
                ? .page(
                    FormValues.make(
                        forms.refusal, action: Paths.refusal(request.id), submit: "access.refuse", words: words))
                : .none,
            "revocationForm": revocable.map {
                .page(
                    FormValues.make(
                        forms.revocation, action: Paths.revocation($0.id), submit: "access.revoke", words: words))
            } ?? .none,
            "isOwnAndPending": .flag(isMine && request.state == .pending),
        ]
    }

    private static func target(_ request: AccessRequest) -> String {
        (request.grant?.record ?? request.record)?.path ?? Paths.project(request.projectID)
    }

    private static func entries(_ request: AccessRequest, _ follow: FollowUpWords) -> [PageValues] {
        let words = follow.words
        let scope =
            request.stage.map { words("access.wanted-record", ["stage": follow.stage($0)]) }
            ?? request.feedbackNumber.map { words("access.wanted-feedback", ["number": $0]) }
            ?? words("access.wanted-project")
        return [
            ("access.who", request.memberName, nil), ("access.what", scope, nil),
            ("follow-ups.column.project", request.projectNumber, Paths.project(request.projectID)),
            ("access.why", request.reason, nil),
            ("access.how-long", words("access.hours", ["count": String(request.hours)]), nil),
            ("access.when", words.dateTime(request.requestedAt), nil),
        ].map { (key: String, value: String, href: String?) in
            ["label": .text(words(key)), "value": .text(value), "href": .optional(href)]
        }
    }

    private static func story(_ request: AccessRequest, _ words: Words) -> [PageValues] {
        var steps: [(String, String?)] = []
        if let grant = request.grant {
            let scope = words(
                grant.record == nil ? "access.scope.project" : "access.scope.record")
            steps.append(
                (
                    words(
                        "access.granted-by",
                        [
                            "name": grant.grantedBy, "time": words.dateTime(grant.grantedAt),
                            "until": words.dateTime(grant.expiresAt), "scope": scope,
                        ]), grant.remark
                ))
            if let revocation = grant.revocation {
                steps.append(
                    (
                        words("access.revoked-by", ["name": revocation.by, "time": words.dateTime(revocation.at)]),
                        revocation.reason
                    ))
            }
        }
        if let refusal = request.refusal {
            steps.append(
                (
                    words("access.refused-by", ["name": refusal.by, "time": words.dateTime(refusal.at)]), refusal.reason
                ))
        }
        return steps.map { ["text": .text($0.0), "reason": .optional($0.1)] }
    }
}
