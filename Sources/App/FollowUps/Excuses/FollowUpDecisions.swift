import Forms
import Foundation
import Markup

/// The decisions section of a follow-up's page: what was decided, and what can be decided now (CAD-4).
enum FollowUpDecisions {
    static func values(
        _ followUp: FollowUp, _ details: FollowUpDetails, _ forms: FollowUpDecisionForms, _ member: Member,
        _ words: Words
    ) -> PageValues {
        let id = followUp.id
        let request = details.excuseRequest
        let mayDecide = request.map { Permissions.may(member, .decideExcuse($0)) } ?? false
        let draw = { (isShown: Bool, form: PostedForm, action: String, submit: String) -> PageValue in
            isShown ? .page(FormValues.make(form, action: action, submit: submit, words: words)) : .none
        }
        return [
            "steps": .list(details.steps.map { StepRow.values($0, for: member, words) }),
            "hasSteps": .flag(!details.steps.isEmpty),
            "waiting": request != nil && !mayDecide ? .text(words("excuse-request.waiting")) : .none,
            "asked": request.map {
                mayDecide
                    ? .page([
                        "text": .text(words("excuse-request.text", ["name": $0.memberName])),
                        "reason": .text($0.reason),
                        "approval": .text(Paths.excuseApproval($0.id)), "submission": .text(SubmissionID.random().text),
                        "refusalForm": draw(
                            true, forms.refusal, Paths.excuseRefusal($0.id), "excuse-request.refuse"),
                    ]) : .none
            } ?? .none,
            "askForm": draw(
                request == nil && Permissions.may(member, .work(followUp)), forms.asking, Paths.excuseRequests(id),
                "excuse-request.ask"),
            "excuseForm": draw(
                request == nil && Permissions.may(member, .excuseCall(followUp)), forms.excuse, Paths.excuse(id),
                "follow-up.excuse"),
            "reinstateForm": draw(
                Permissions.may(member, .excuse) && followUp.isClosedUndone, forms.reinstatement,
                Paths.reinstatement(id), "follow-up.reinstate"),
            "handoverForm": draw(
                Permissions.may(member, .reassign) && followUp.state == .owed, forms.handover,
                Paths.callHandover(id), "call-handover.submit"),
        ]
    }
}

/// A row in the list of decisions.
enum StepRow {
    /// - Parameter member: the viewer; only administrators get the link to a handover of many.
    static func values(_ step: FollowUpStep, for member: Member?, _ words: Words) -> PageValues {
        [
            "text": .text(
                words(
                    "follow-up.step.\(step.kind.rawValue)",
                    [
                        "name": step.by, "time": words.dateTime(step.at), "from": step.from ?? "",
                        "to": step.to ?? "",
                    ])),
            "reason": .optional(step.text),
            "href": member.map { Permissions.may($0, .reassign) } == true
                ? .optional(step.handover.map { Paths.handover($0) }) : .none,
        ]
    }
}
