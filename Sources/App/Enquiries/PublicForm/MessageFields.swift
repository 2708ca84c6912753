import Forms
import Foundation

/// The form of a message, on a page of its own or on another.
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
