import Forms

/// An administrator's reason for excusing a follow-up.
enum ExcuseForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true)
    static let form = Form("excuse", [reason])
}

/// An agent's reason for requesting an excuse.
enum ExcuseRequestForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("excuse-request", [reason])
}

/// The reason for refusing an excuse request.
enum ExcuseRefusalForm {
    static let answer = Field<String>.textArea("answer", maximum: 500, required: true)
    static let form = Form("excuse-refusal", [answer])
}

/// Reinstatement: the agent who gets back an escalated or excused follow-up, with a note (CAD-4).
enum ReinstatementForm {
    static let agent = Field<String>.person("agent")
    static let note = Field<String>.textArea("note", maximum: 500, hint: true)

    /// - Parameter agents: those who can have follow-ups.
    static func form(_ agents: [Choice]) -> Form {
        Form("reinstatement", [agent, note]).offering(agents, for: "agent")
    }

    /// The previous agent is preselected, unless they can have no follow-ups any more.
    static func blank(_ agents: [Choice], for followUp: FollowUp) -> BoundForm {
        let form = form(agents)
        let former = String(followUp.agentID)
        return agents.contains { $0.value == former } ? form.filled(["agent": .choice(former)]) : form.blank
    }

    /// - Returns: the form, with an error when no agent is chosen and the previous one cannot have it.
    static func bind(_ entered: SubmittedForm, _ agents: [Choice], for followUp: FollowUp, today: Day) -> BoundForm {
        let bound = form(agents).bind(entered.fields, today: today)
        let isOffered = agents.contains { $0.value == String(followUp.agentID) }
        guard bound.isValid, bound[agent] == nil, !isOffered else { return bound }
        return bound.adding(FieldError(field: "agent", code: "required"))
    }
}

/// Handing over one follow-up: to whom, and why (CAD-4).
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

/// The forms of a follow-up's page: blank, or as posted after an error.
struct FollowUpDecisionForms: Sendable {
    var attempt = PostedForm.opened(AttemptForm.form.blank)
    var excuse = PostedForm.opened(ExcuseForm.form.blank)
    var asking = PostedForm.opened(ExcuseRequestForm.form.blank)
    var refusal = PostedForm.opened(ExcuseRefusalForm.form.blank)
    var reinstatement: PostedForm
    var handover: PostedForm

    /// - Parameter agents: those who can have follow-ups.
    init(_ followUp: FollowUp, agents: [Choice]) {
        let others = agents.filter { $0.value != String(followUp.agentID) }
        reinstatement = .opened(ReinstatementForm.blank(agents, for: followUp))
        handover = .opened(CallHandoverForm.form(others).blank)
    }

    /// The form with an error, or else any.
    var wrong: BoundForm {
        [attempt, excuse, asking, refusal, reinstatement, handover].map(\.bound).first { !$0.isValid } ?? attempt.bound
    }
}
