import Forms
import Foundation
import Markup

/// Template values of a message's form, on its own page or on another.
enum MessageFields {
    static func values(
        _ kind: MessageKind, _ bound: BoundForm, submission: SubmissionID, opened: String, words: Words
    ) -> PageValues {
        FormValues.make(
            bound, action: Paths.form(of: kind),
            submit: "desk.\(kind.rawValue).submit",
            submission: submission, words: words
        ).merging(["opened": .text(opened), "keep": .text(kind.rawValue)]) { $1 }
    }
}
