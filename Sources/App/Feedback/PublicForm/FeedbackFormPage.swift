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
        let isBlank = bound.entered.isEmpty && bound.errors.isEmpty
        let fields = isBlank ? ["blank": Self.blank(words)] : FeedbackFields.values(bound, words)
        values =
            ([
                "blank": .none, "action": .text(Paths.feedback(token)), "submission": .text(submission.text),
                "opened": .text(opened),
                "visit": .text(visit), "company": .text(company),
                "project": .text(words("feedback.about-project", ["number": project])),
                "until": .text(words("feedback.open-until", ["time": words.dateTime(until)])),
            ] as PageValues).merging(fields) { _, fields in fields }
            .merging(FormValues.errors(bound, words)) { own, _ in own }
    }

    /// The fields as every customer first sees them, drawn once in each language.
    private static func blank(_ words: Words) -> PageValue {
        .fragment(
            Fragment("components/feedback-fields", key: "blank") {
                FeedbackFields.values(FeedbackForm.form.blank, words)
            })
    }
}
