import Forms
import Markup

/// The page to create the first administrator.
struct SetUpPage: Page {
    static let template = "accounts/set-up/show"
    let values: PageValues

    init(_ form: PostedForm, token: String, words: Words) {
        values = FormValues.make(
            form, action: Paths.setUp(token), submit: "set-up.submit", words: words)
    }
}
