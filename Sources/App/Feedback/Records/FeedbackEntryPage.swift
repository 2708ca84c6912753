import Forms
import Foundation
import Markup

/// The page for staff who enter feedback for the customer (FBK-5).
struct FeedbackEntryPage: Page {
    static let template = "feedback/records/entry"
    let values: PageValues

    init(_ form: PostedForm, _ whole: ProjectFeedback, words: Words) {
        let project = whole.project
        values =
            ([
                "known": .list(whole.all.map { FeedbackRow.values($0, words) }), "hasKnown": .flag(!whole.all.isEmpty),
                "backHref": .text(Paths.projectFeedback(project.id)), "project": .text(project.number),
                "customer": .text(project.customer.formOfAddress.words(for: project.customer.name, words)),
                "action": .text(Paths.projectFeedback(project.id)), "submission": .text(form.submission.text),
            ] as PageValues).merging(FeedbackFields.values(form.bound, words)) { own, _ in own }
            .merging(FormValues.errors(form.bound, words)) { own, _ in own }
    }
}
