import Forms

/// Why a follow-up need not be made, as an administrator decides it.
enum ExcuseForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true)
    static let form = Form("excuse", [reason])
}

/// Why an agent thinks that a follow-up need not be made.
enum ExcuseRequestForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("excuse-request", [reason])
}

/// Why a follow-up must be made all the same.
enum ExcuseRefusalForm {
    static let answer = Field<String>.textArea("answer", maximum: 500, required: true)
    static let form = Form("excuse-refusal", [answer])
}

/// To whom a call goes back that was given up or excused, with a word for who makes it (CAD-4).
enum ReinstatementForm {
    static let agent = Field<String>.person("agent")
    static let note = Field<String>.textArea("note", maximum: 500, hint: true)

    /// - Parameter agents: those who make calls.
    static func form(_ agents: [Choice]) -> Form {
        Form("reinstatement", [agent, note]).offering(agents, for: "agent")
    }

    /// The one who had it is proposed, unless they make no calls any more.
    static func blank(_ agents: [Choice], for followUp: FollowUp) -> BoundForm {
        let form = form(agents)
        let former = String(followUp.agentID)
        return agents.contains { $0.value == former } ? form.filled(["agent": .choice(former)]) : form.blank
    }

    /// - Returns: with an error when nobody is named and who had the call cannot make it.
    static func bind(_ entered: SubmittedForm, _ agents: [Choice], for followUp: FollowUp, today: Day) -> BoundForm {
        let bound = form(agents).bind(entered.fields, today: today)
        let isOffered = agents.contains { $0.value == String(followUp.agentID) }
        guard bound.isValid, bound[agent] == nil, !isOffered else { return bound }
        return bound.adding(FieldError(field: "agent", code: "required"))
    }
}

/// To whom one owed call is given, and why (CAD-4).
enum CallHandoverForm {
    static let agent = Field<String>.person("agent", required: true)
    static let note = Field<String>.textArea("note", maximum: 500, required: true, hint: true)

    static func form(_ agents: [Choice]) -> Form {
        Form("call-handover", [agent, note]).offering(agents, for: "agent")
    }

    static func handover(_ bound: BoundForm) -> (agent: Member.ID, note: String)? {
        guard let agent = bound[agent].flatMap(Member.ID.init), let note = bound[note] else { return nil }
        return (agent, note)
    }
}

/// The forms of a follow-up's page as they are to be shown: blank, or as they were posted when that was refused.
struct FollowUpDecisionForms: Sendable {
    var attempt = PostedForm.opened(AttemptForm.form.blank)
    var excuse = PostedForm.opened(ExcuseForm.form.blank)
    var asking = PostedForm.opened(ExcuseRequestForm.form.blank)
    var refusal = PostedForm.opened(ExcuseRefusalForm.form.blank)
    var reinstatement: PostedForm
    var handover: PostedForm

    /// - Parameter agents: those who make calls.
    init(_ followUp: FollowUp, agents: [Choice]) {
        let others = agents.filter { $0.value != String(followUp.agentID) }
        reinstatement = .opened(ReinstatementForm.blank(agents, for: followUp))
        handover = .opened(CallHandoverForm.form(others).blank)
    }

    /// The one that was refused, or any.
    var wrong: BoundForm {
        [attempt, excuse, asking, refusal, reinstatement, handover].map(\.bound).first { !$0.isValid } ?? attempt.bound
    }
}
