import Forms

/// The forms of a request's page as they are to be shown: as they are opened, or as they were posted when that was refused.
struct AccessDecisionForms: Sendable {
    var approval: PostedForm
    var refusal = PostedForm.opened(RefusalForm.form.blank)
    var revocation = PostedForm.opened(RevocationForm.form.blank)
}
