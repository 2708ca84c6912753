import Forms

/// The forms of an access request's page: fresh, or as posted after an error.
struct AccessDecisionForms: Sendable {
    var approval: PostedForm
    var refusal = PostedForm.opened(RefusalForm.form.blank)
    var revocation = PostedForm.opened(RevocationForm.form.blank)
}
