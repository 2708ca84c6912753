import Forms
import Foundation
import Markup

/// The page to add a member of staff.
struct NewMemberPage: Page {
    static let template = "accounts/members/new"
    let values: PageValues

    init(_ form: PostedForm, words: Words) {
        let own: PageValues = ["staffHref": .text(Paths.staff)]
        values = FormValues.make(
            form, action: Paths.staff, submit: "staff.add", cancel: Paths.staff, keep: "member", words: words
        ).merging(own) { _, own in own }
    }
}
