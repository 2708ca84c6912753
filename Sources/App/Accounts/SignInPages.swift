import Forms

/// Where people sign in, perhaps to go on with a page or with a form that they had filled.
struct SignInPage: Page {
    static let template = "sign-in/form"
    let values: PageValues

    /// - Parameter hasEnded: whether the page answers a form whose session had ended.
    init(
        _ bound: BoundForm = SignInForm.form.blank, then: LocalPath? = nil, pending: PendingForm? = nil,
        hasEnded: Bool = false, words: Words
    ) {
        let own: PageValues = [
            "then": .optional(then?.text),
            "pending": pending.map { .page(["path": .text($0.path), "body": .text($0.body)]) } ?? .none,
            "note": .optional(Self.note(then, pending, hasEnded).map { words($0) }),
        ]
        values = FormValues.make(bound, action: Paths.signIn, submit: "sign-in.submit", words: words)
            .merging(own) { _, own in own }
    }

    private static func note(_ then: LocalPath?, _ pending: PendingForm?, _ hasEnded: Bool) -> String? {
        if pending != nil { return "sign-in.note-pending" }
        if hasEnded { return "sign-in.note-ended" }
        guard let then, then.text != Paths.home else { return nil }
        return "sign-in.note-then"
    }
}

/// After signing in again: the form that was filled before is sent on with one button (UX-2).
struct GoOnPage: Page {
    static let template = "sign-in/go-on"
    let values: PageValues

    init(_ pending: PendingForm) {
        values = [
            "action": .text(pending.path),
            "hidden": .list(pending.fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "homeHref": .text(Paths.home),
        ]
    }
}

/// Where the first administrator is made.
struct SetUpPage: Page {
    static let template = "sign-in/set-up"
    let values: PageValues

    init(_ bound: BoundForm = SetUpForm.form.blank, token: String, submission: SubmissionID = .random(), words: Words) {
        values = FormValues.make(
            bound, action: Paths.setUp(token), submit: "set-up.submit", submission: submission, words: words)
    }
}

/// Where members replace their own password.
struct PasswordPage: Page {
    static let template = "sessions/password"
    let values: PageValues

    /// - Parameter mustChange: whether the present password was good for one sign-in only.
    init(
        _ bound: BoundForm = PasswordForm.form.blank, mustChange: Bool, pending: PendingForm? = nil,
        submission: SubmissionID = .random(), words: Words
    ) {
        let own: PageValues = [
            "mustChange": .flag(mustChange),
            "pending": pending.map { .page(["path": .text($0.path), "body": .text($0.body)]) } ?? .none,
        ]
        values = FormValues.make(
            bound, action: Paths.password, submit: "password.submit", cancel: mustChange ? nil : Paths.sessions,
            submission: submission, words: words
        ).merging(own) { _, own in own }
    }
}
