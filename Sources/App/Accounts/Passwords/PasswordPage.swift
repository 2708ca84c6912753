import Forms

/// Where members replace their own password.
struct PasswordPage: Page {
    static let template = "accounts/passwords/password"
    let values: PageValues

    /// - Parameter pending: a form that waits for its sender, sealed.
    /// - Parameter mustChange: whether the present password was good for one sign-in only.
    init(
        _ bound: BoundForm = PasswordForm.form.blank, mustChange: Bool, pending: String? = nil,
        submission: SubmissionID = .random(), words: Words
    ) {
        let own: PageValues = [
            "mustChange": .flag(mustChange),
            "pending": .optional(pending),
        ]
        values = FormValues.make(
            bound, action: Paths.password, submit: "password.submit", cancel: mustChange ? nil : Paths.sessions,
            submission: submission, words: words
        ).merging(own) { _, own in own }
    }
}
