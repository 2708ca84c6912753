import Forms

/// Where people sign in, perhaps to go on with a page or with a form that they had filled.
struct SignInPage: Page {
    static let template = "sign-in/form"
    let values: PageValues

    /// Why somebody stands before it.
    enum Reason: Sendable {
        /// Asked for, or led here by the page that `then` names.
        case asked
        /// It answers a form whose session had ended.
        case ended
        /// It answers a form that somebody else had opened: only they can send it.
        case otherOpener
    }

    /// - Parameter pending: a form that waits for its sender, sealed.
    init(
        _ bound: BoundForm = SignInForm.form.blank, then: LocalPath? = nil, pending: String? = nil,
        because reason: Reason = .asked, words: Words
    ) {
        let own: PageValues = [
            "then": .optional(then?.text), "pending": .optional(pending),
            "note": .optional(Self.note(then, pending, reason).map { words($0) }),
            "homeHref": reason == .otherOpener ? .text(Paths.home) : .none,
        ]
        values = FormValues.make(bound, action: Paths.signIn, submit: "sign-in.submit", words: words)
            .merging(own) { _, own in own }
    }

    private static func note(_ then: LocalPath?, _ pending: String?, _ reason: Reason) -> String? {
        switch reason {
        case .otherOpener: "sign-in.note-other-opener"
        case .asked where pending != nil, .ended where pending != nil: "sign-in.note-pending"
        case .ended: "sign-in.note-ended"
        case .asked: then.map { $0.text != Paths.home } ?? false ? "sign-in.note-then" : nil
        }
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
