import Forms
import Foundation
import Markup

/// The customer's feedback form on a phone: one screen of ratings, then free text (FBK-2).
struct FeedbackFormPage: Page {
    static let template = "feedback/public-form/form"
    let values: PageValues

    /// - Parameter project: its number, which is on the customer's contract; nothing else identifies the customer
    ///   (FBK-1).
    /// - Parameter opened: the signed time of opening (WEB-3).
    /// - Parameter visit: receipt that this form was opened while the link was open.
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
