import Forms
import Foundation

/// One line of a list of requests.
enum AccessRequestRow {
    static func values(_ request: AccessRequest, words: Words, today: Day) -> PageValues {
        [
            "href": .text(Paths.accessRequest(request.id)),
            "name": .text(request.memberName), "customer": .text(request.customerName),
            "number": .text(request.projectNumber),
            "scope": .text(
                request.feedbackNumber ?? words(request.record == nil ? "access.scope.project" : "access.scope.record")),
            "reason": .text(request.reason), "time": .text(words.dateTime(request.requestedAt)),
            "hours": .text(words("access.hours", ["count": String(request.hours)])),
            "badge": badge(request, words),
        ]
    }

    static func badge(_ request: AccessRequest, _ words: Words) -> PageValue {
        let look =
            switch request.state {
            case .pending: "due"
            case .approved: "done"
            case .refused, .revoked: "unreachable"
            case .expired: "not-applicable"
            }
        return .page(["state": .text(look), "label": .text(words("access.state.\(request.state.rawValue)"))])
    }
}

/// The requests that somebody sees: administrators all, others their own.
struct AccessRequestsPage: Page {
    static let template = "access-requests/index"
    let values: PageValues

    init(_ requests: [AccessRequest], page: Int, member: Member, today: Day, words: Words) {
        let shown = requests.prefix(50)
        let isAdministrator = member.has(.administrator)
        values = [
            "rows": .list(shown.map { AccessRequestRow.values($0, words: words, today: today) }),
            "isEmpty": .flag(shown.isEmpty), "isAdministrator": .flag(isAdministrator),
            "title": .text(words("access.empty-title")),
            "text": .text(words(isAdministrator ? "access.empty-text-administrator" : "access.empty-text")),
            "actionHref": page > 1
                ? .text(Paths.accessRequests)
                : Permissions.may(member, .seeFollowUps) && !isAdministrator ? .text(Paths.followUps) : .none,
            "actionLabel": .text(words(page > 1 ? "pagination.first" : "access.to-follow-ups")),
            "summary": .text(words("pagination.page", ["page": String(page)])),
            "previousHref": page > 1 ? .text(Paths.with(Paths.accessRequests, [("page", String(page - 1))])) : .none,
            "nextHref": requests.count > 50
                ? .text(Paths.with(Paths.accessRequests, [("page", String(page + 1))])) : .none,
        ]
    }
}

/// Asking to read a record or a project.
struct NewAccessRequestPage: Page {
    static let template = "access-requests/new"
    let values: PageValues

    init(_ wanted: WantedRecords, _ bound: BoundForm, submission: SubmissionID, words follow: FollowUpWords) {
        let words = follow.words
        let (customer, project, scope, back) =
            switch wanted {
            case .followUp(let call):
                (
                    call.customerName, call.projectNumber,
                    words("access.wanted-record", ["stage": follow.stage(call.stage)]), Paths.followUp(call.id)
                )
            case .feedback(let one):
                (
                    one.customerName, one.project.number, words("access.wanted-feedback", ["number": one.number]),
                    Paths.feedbackRecord(one.id)
                )
            case .project(let one):
                (one.customer.name, one.number, words("access.wanted-project"), Paths.project(one.id))
            }
        let item = wanted.scope.item
        values = [
            "customer": .text(customer), "number": .text(project), "scope": .text(scope), "backHref": .text(back),
            "scopeName": .text(item.name), "scopeValue": .text(item.value),
        ].merging(
            FormValues.make(
                bound, action: Paths.accessRequests, submit: "access.send",
                cancel: back,
                submission: submission, words: words)
        ) { own, _ in own }
    }
}

/// One request, its story so far, and the next step for whoever looks.
struct AccessRequestPage: Page {
    static let template = "access-requests/show"
    let values: PageValues

    init(
        _ request: AccessRequest, approval: BoundForm, refusal: BoundForm, revocation: BoundForm,
        submission: SubmissionID, member: Member, words follow: FollowUpWords
    ) {
        let words = follow.words
        let mayDecide = Permissions.may(member, .decide(request))
        let revocable = request.grant.flatMap { Permissions.may(member, .revoke($0)) ? $0 : nil }
        let isMine = request.memberID == member.id
        values = [
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
                        approval, action: Paths.approval(request.id), submit: "access.approve", submission: submission,
                        words: words)) : .none,
            "refusalForm": mayDecide
                ? .page(
                    FormValues.make(
                        refusal, action: Paths.refusal(request.id), submit: "access.refuse", submission: submission,
                        words: words))
                : .none,
            "revocationForm": revocable.map {
                .page(
                    FormValues.make(
                        revocation, action: Paths.revocation($0.id), submit: "access.revoke", submission: submission,
                        words: words))
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
