import Forms
import Foundation

/// The form that a customer fills on a phone: one screen of taps, then words (FBK-2).
struct FeedbackFormPage: Page {
    static let template = "feedback/public-form/form"
    let values: PageValues

    /// - Parameter project: its number, which a customer has on the contract; nothing else says whose it is (FBK-1).
    /// - Parameter opened: the moment of opening with its proof (WEB-3).
    /// - Parameter visit: proof that this form was opened while the link was open.
    init(
        _ bound: BoundForm, token: String, project: String, submission: SubmissionID, opened: String, visit: String,
        company: String, until: Date, words: Words
    ) {
        values = [
            "action": .text(Paths.feedback(token)), "submission": .text(submission.text), "opened": .text(opened),
            "visit": .text(visit), "company": .text(company),
            "project": .text(words("feedback.about-project", ["number": project])),
            "until": .text(words("feedback.open-until", ["time": words.dateTime(until)])),
        ].merging(FeedbackFields.values(bound, words)) { own, _ in own }
            .merging(FormValues.errors(bound, words)) { own, _ in own }
    }
}
