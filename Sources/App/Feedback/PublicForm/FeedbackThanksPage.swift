import Forms
import Foundation
import Markup

/// The page after answering: number, what happens next, and for a day the customer's own answer (FBK-1).
struct FeedbackThanksPage: Page {
    static let template = "feedback/public-form/thanks"
    let values: PageValues

    /// - Parameter isProven: whether the browser's receipt proves that it gave the answer, not only that one was
    ///   stored.
    init(
        _ feedback: Feedback, _ opened: OpenedFeedback?, isProven: Bool, adding bound: BoundForm, token: String,
        submission: SubmissionID, company: String, words: Words
    ) {
        let until = feedback.submittedAt.addingTimeInterval(Feedback.openToCustomer)
        let form = FormValues.make(
            bound, action: Paths.feedbackAdditions(token), submit: "feedback.add", submission: submission, words: words)
        values = [
            "company": .text(company), "number": .text(words("feedback.your-number", ["number": feedback.number])),
            "next": .text(words(feedback.issue == nil ? "feedback.next" : "feedback.next-issue")),
            "isOpen": .flag(opened != nil), "why": .text(words(isProven ? "feedback.no-longer" : "feedback.no-cookie")),
            "until": .text(words("feedback.readable-until", ["time": words.dateTime(until)])),
            "answers": .list(opened.map { FeedbackAnswers.values($0.content, words) } ?? []),
            "additions": .list(opened.map { FeedbackAnswers.additions($0.additions, words) } ?? []),
            "form": opened == nil ? .none : .page(form),
            "typed": opened == nil ? .optional(bound.typed("words")) : .none,
        ]
    }
}
