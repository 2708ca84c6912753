import Forms
import Markup

/// The page of a new handover: workload, form, preview, confirmation.
struct NewHandoverPage: Page {
    static let template = "follow-ups/handovers/new"
    let values: PageValues

    /// - Parameter form: scope and recipients.
    /// - Parameter decision: the same with the reason, once the preview is known.
    /// - Parameter shares: the preview of each agent's share.
    init(
        _ member: Member, _ load: AgentLoad, _ form: PostedForm, decision: BoundForm?, shares: [HandoverShare]?,
        earlier: [Handover], words: Words
    ) {
        let bound = form.bound
        let action = Paths.memberHandover(member.id)
        let choosing = bound.form.fields.filter { $0.name != HandoverForm.reason.definition.name }
        let fields = FieldValues(bound: bound, words: words)
        let calls = (shares ?? []).reduce(0) { $0 + $1.calls }
        let projects = (shares ?? []).reduce(0) { $0 + $1.projects }
        values =
            ([
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
                "decision": decision.map { .page(Self.decision($0, calls, projects, action, form.submission, words)) }
                    ?? .none,
                "earlier": .list(earlier.map { HandoverRow.values($0, words) }), "hasEarlier": .flag(!earlier.isEmpty),
            ] as PageValues).merging(FormValues.errors(bound, words)) { own, _ in own }
    }

    /// The previous choices are hidden fields; only the reason is asked for.
    private static func decision(
        _ bound: BoundForm, _ calls: Int, _ projects: Int, _ action: String, _ submission: SubmissionID, _ words: Words
    ) -> PageValues {
        let name = HandoverForm.reason.definition.name
        let chosen: [PageValues] = bound.form.fields.map(\.name).filter { $0 != name }.flatMap { field in
            (bound.entered[field] ?? []).map { ["name": .text(field), "value": .text($0)] }
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
