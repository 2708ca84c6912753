import Forms

/// Where the first administrator is made.
struct SetUpPage: Page {
    static let template = "accounts/set-up/show"
    let values: PageValues

    init(_ bound: BoundForm = SetUpForm.form.blank, token: String, submission: SubmissionID = .random(), words: Words) {
        values = FormValues.make(
            bound, action: Paths.setUp(token), submit: "set-up.submit", submission: submission, words: words)
    }
}
