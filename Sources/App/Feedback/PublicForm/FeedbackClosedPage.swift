import Forms
import Foundation
import Markup

/// The page when a link was closed while its form was open; shows the typed text (FBK-1).
struct FeedbackClosedPage: Page {
    static let template = "feedback/public-form/closed"
    let values: PageValues

    /// - Parameter opened: the signed time of opening, for the complaint that the text can be sent as.
    init(_ state: FeedbackLink.State, _ bound: BoundForm, opened: String, company: String, words: Words) {
        // As typed: text beyond the form's maximum is not lost.
        var content = FeedbackForm.content(bound)
        (content.problems, content.suggestions) = (bound.typed("problems"), bound.typed("suggestions"))
        let said = [FeedbackIssueWords(content, words).text, content.suggestions].filter { !$0.isEmpty }
        values = [
            "company": .text(company), "why": .text(words("feedback.closed.\(state.rawValue)")),
            "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
            "hasTyped": .flag(!content.isEmpty),
            "answers": .list(FeedbackAnswers.values(content, words)),
            "complaint": said.isEmpty
                ? .none : .page(Self.complaint(said.joined(separator: "\n"), opened: opened, words)),
        ]
    }

    private static func complaint(_ said: String, opened: String, _ words: Words) -> PageValues {
        let form = MessageForm.form(.complaint).filled(["words": .text(String(said.prefix(2_000)))])
        return MessageFields.values(.complaint, form, submission: .random(), opened: opened, words: words)
    }
}
