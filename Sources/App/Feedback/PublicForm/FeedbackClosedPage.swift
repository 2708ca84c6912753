import Forms
import Foundation

/// What has become of a link whose form somebody had open, with what they wrote (FBK-1).
struct FeedbackClosedPage: Page {
    static let template = "feedback/public-form/closed"
    let values: PageValues

    /// - Parameter opened: the moment of opening with its proof, for the complaint that the words can be sent as.
    init(_ state: FeedbackLink.State, _ bound: BoundForm, opened: String, company: String, words: Words) {
        // As typed: what is too long for the form is not lost.
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
