import Forms
import Foundation

/// For which projects links are to be made at once.
struct FeedbackLinksPage: Page {
    static let template = "feedback/links/index"
    let values: PageValues

    init(_ bound: BoundForm, isEmpty: Bool, submission: SubmissionID = .random(), words: Words) {
        values = FormValues.make(
            bound, action: Paths.manyFeedbackLinks, submit: "feedback.make-links", submission: submission, words: words
        ).merging(["isEmpty": .flag(isEmpty)]) { own, _ in own }
    }
}
