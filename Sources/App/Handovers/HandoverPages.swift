import Forms

/// Where an administrator hands somebody's calls to others: what is there, what goes to whom, and the decision.
struct NewHandoverPage: Page {
    static let template = "handovers/new"
    let values: PageValues

    /// - Parameter bound: what and to whom.
    /// - Parameter decision: the same with the reason, once it is known what each gets.
    /// - Parameter shares: what each would get.
    init(
        _ member: Member, _ load: AgentLoad, _ bound: BoundForm, decision: BoundForm?, shares: [HandoverShare]?,
        earlier: [Handover], submission: SubmissionID, words: Words
    ) {
        let action = Paths.memberHandover(member.id)
        let choosing = bound.form.fields.filter { $0.name != HandoverForm.reason.definition.name }
        let fields = FieldValues(bound: bound, words: words)
        let calls = (shares ?? []).reduce(0) { $0 + $1.calls }
        let projects = (shares ?? []).reduce(0) { $0 + $1.projects }
        values = [
            "name": .text(member.name), "memberHref": .text(Paths.member(member.id)),
            "load": .list(LoadValues.figures(load, of: member.id, words)),
            "unreachable": load.unreachable > 0
                ? .text(words("handover.unreachable", ["count": String(load.unreachable)])) : .none,
            "unreachableHref": .text(
                Paths.with(Paths.followUps, [("state", "unreachable"), ("agent", String(member.id))])),
            "drafts": load.drafts > 0 ? .text(words("handover.drafts", ["count": String(load.drafts)])) : .none,
            "isNothing": .flag(load.isNothing), "nothing": .text(words("handover.nothing", ["name": member.name])),
            "action": .text(action), "fields": .list(choosing.map(fields.make)),
            "hasShares": .flag(calls + projects > 0),
            "isEmpty": .flag(shares != nil && calls + projects == 0),
            "shares": .list((shares ?? []).map { ShareRow.values($0, words) }),
            "decision": decision.map { .page(Self.decision($0, calls, projects, action, submission, words)) } ?? .none,
            "earlier": .list(earlier.map { HandoverRow.values($0, words) }), "hasEarlier": .flag(!earlier.isEmpty),
        ].merging(FormValues.errors(bound, words)) { own, _ in own }
    }

    /// What was chosen goes along unseen; only the reason is asked.
    private static func decision(
        _ bound: BoundForm, _ calls: Int, _ projects: Int, _ action: String, _ submission: SubmissionID, _ words: Words
    ) -> PageValues {
        let name = HandoverForm.reason.definition.name
        let chosen = bound.form.fields.map(\.name).filter { $0 != name }.flatMap { field in
            (bound.entered[field] ?? []).map { ["name": PageValue.text(field), "value": .text($0)] }
        }
        let fields = FieldValues(bound: bound, words: words)
        return [
            "action": .text(action), "submission": .text(submission.text), "chosen": .list(chosen),
            "fields": .list(bound.form.fields.filter { $0.name == name }.map(fields.make)),
            "submitLabel": .text(
                words(
                    projects > 0 ? "handover.submit-with-projects" : "handover.submit",
                    ["calls": String(calls), "projects": String(projects)])),
        ]
    }
}

/// What was handed over, to whom, why, and the way back.
struct HandoverPage: Page {
    static let template = "handovers/show"
    let values: PageValues

    init(_ handover: Handover, words: Words) {
        let stays = handover.calls - handover.untouched
        values = [
            "title": .text(words("handover.one", ["name": handover.fromName])),
            "name": .text(handover.fromName), "memberHref": .text(Paths.member(handover.fromID)),
            "entries": .list(
                [
                    ("handover.extent", HandoverRow.extent(handover, words)),
                    (
                        "handover.by",
                        words("handover.by-at", ["name": handover.by, "time": words.dateTime(handover.at)])
                    ),
                    ("handover.reason", handover.reason),
                ].map { ["label": .text(words($0.0)), "value": .text($0.1), "href": .none] }),
            "shares": .list(handover.shares.map { ShareRow.values($0, words) }),
            "reversal": handover.reversal.map { .page(Self.reversal($0, words)) } ?? .none,
            "reverse": handover.reversal == nil && handover.canReturn
                ? .page([
                    "action": .text(Paths.handoverReversal(handover.id)),
                    "submission": .text(SubmissionID.random().text),
                    "text": .text(
                        words(
                            "handover.reverse-text",
                            ["name": handover.fromName, "count": String(handover.untouched), "stays": String(stays)])),
                ]) : .none,
            "cannotReturn": handover.reversal == nil && !handover.canReturn
                ? .text(words("handover.cannot-return", ["name": handover.fromName])) : .none,
        ]
    }

    private static func reversal(_ reversal: Handover.Reversal, _ words: Words) -> PageValues {
        let hasProjects = reversal.projectsReturned + reversal.projectsStayed > 0
        return [
            "text": .text(
                words("handover.reversed", ["name": reversal.by, "time": words.dateTime(reversal.at)])),
            "calls": .text(
                words(
                    "handover.returned", ["count": String(reversal.returned), "stays": String(reversal.stayed)])),
            "projects": hasProjects
                ? .text(
                    words(
                        "handover.projects-returned",
                        [
                            "count": String(reversal.projectsReturned), "stays": String(reversal.projectsStayed),
                        ])) : .none,
        ]
    }
}

/// One handover in a list of them.
enum HandoverRow {
    static func values(_ handover: Handover, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.handover(handover.id)),
            "time": .text(words.dateTime(handover.at)),
            "text": .text(
                words(
                    "handover.row",
                    [
                        "extent": extent(handover, words),
                        "names": handover.shares.map(\.name).joined(separator: words("staff.separator")),
                        "calls": String(handover.calls),
                    ])),
            "isReversed": .flag(handover.reversal != nil),
        ]
    }

    static func extent(_ handover: Handover, _ words: Words) -> String {
        let kind = words("handover.extent.\(handover.extent.kind.rawValue)")
        return handover.extent.days.map { "\(kind) \(words.window($0.lowerBound, $0.upperBound))" } ?? kind
    }
}

/// What one agent gets, in a table.
enum ShareRow {
    static func values(_ share: HandoverShare, _ words: Words) -> PageValues {
        [
            "name": .text(share.name), "calls": .number(share.calls), "projects": .number(share.projects),
            "href": .text(Paths.with(Paths.followUps, [("agent", String(share.agent)), ("order", "soonest")])),
        ]
    }
}

/// What is on somebody's hands, each number with its list.
enum LoadValues {
    static func figures(_ load: AgentLoad, of member: Member.ID, _ words: Words) -> [PageValues] {
        let states: [(FollowUp.State, Int)] = [
            (.overdue, load.overdue), (.due, load.due), (.callback, load.callbacks), (.planned, load.planned),
        ]
        return states.map { state, count in
            [
                "label": .text(words("follow-up.state.\(state.rawValue)")), "count": .number(count),
                "state": .text(state.rawValue),
                "href": .text(
                    Paths.with(Paths.followUps, [("state", state.rawValue), ("agent", String(member))])),
            ]
        } + [
            [
                "label": .text(words("handover.projects")), "count": .number(load.projects), "state": "planned",
                "href": .none,
            ]
        ]
    }

    /// What a member's own page says about it; nil when there is nothing on their hands.
    static func warning(_ load: AgentLoad, of member: Member, _ words: Words) -> PageValue {
        guard !load.isNothing else { return .none }
        return .page([
            "text": .text(
                words(
                    "handover.owes",
                    ["name": member.name, "calls": String(load.owed), "projects": String(load.projects)])),
            "href": .text(Paths.memberHandover(member.id)), "isLocked": .flag(member.isLocked),
        ])
    }
}
