import Forms

/// Where members replace their own password.
struct PasswordPage: Page {
    static let template = "accounts/passwords/password"
    let values: PageValues

    /// - Parameter pending: a form that waits for its sender, sealed.
    /// - Parameter mustChange: whether the present password was good for one sign-in only.
    init(
        _ form: PostedForm = .opened(PasswordForm.form.blank), mustChange: Bool, pending: String? = nil, words: Words
    ) {
        let own: PageValues = [
            "mustChange": .flag(mustChange),
            "pending": .optional(pending),
        ]
        values = FormValues.make(
            form, action: Paths.password, submit: "password.submit", cancel: mustChange ? nil : Paths.sessions,
            words: words
        ).merging(own) { _, own in own }
    }
}
