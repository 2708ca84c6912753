import Forms
import Markup

/// The page to change one's own password.
struct PasswordPage: Page {
    static let template = "accounts/passwords/password"
    let values: PageValues

    /// - Parameter pending: the sealed form of a member who was asked to sign in again.
    /// - Parameter mustChange: whether the current password is a one-time password.
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
