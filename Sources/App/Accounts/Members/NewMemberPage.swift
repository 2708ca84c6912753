import Forms
import Foundation

/// Where somebody new is added to the staff.
struct NewMemberPage: Page {
    static let template = "accounts/members/new"
    let values: PageValues

    init(_ bound: BoundForm, submission: SubmissionID = .random(), words: Words) {
        let own: PageValues = ["staffHref": .text(Paths.staff)]
        values = FormValues.make(
            bound, action: Paths.staff, submit: "staff.add", cancel: Paths.staff, submission: submission,
            keep: "member", words: words
        ).merging(own) { _, own in own }
    }
}
