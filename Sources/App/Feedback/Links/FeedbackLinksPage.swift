import Forms
import Foundation
import Markup

/// The page to choose projects for new links.
struct FeedbackLinksPage: Page {
    static let template = "feedback/links/index"
    let values: PageValues

    init(_ form: PostedForm, isEmpty: Bool, words: Words) {
        values = FormValues.make(
            form, action: Paths.manyFeedbackLinks, submit: "feedback.make-links", words: words
        ).merging(["isEmpty": .flag(isEmpty)]) { own, _ in own }
    }
}
