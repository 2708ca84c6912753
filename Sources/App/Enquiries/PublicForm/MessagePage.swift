import Forms
import Foundation
import Markup

/// The public page of an enquiry or a complaint (WEB-1).
struct MessagePage: Page {
    static let template = "enquiries/public-form/form"
    let values: PageValues

    init(
        _ kind: MessageKind, _ bound: BoundForm, submission: SubmissionID, opened: String, company: String, words: Words
    ) {
        values = MessageFields.values(kind, bound, submission: submission, opened: opened, words: words).merging([
            "company": .text(company), "heading": .text(words("desk.\(kind.rawValue)")),
            "text": .text(words("desk.\(kind.rawValue).text")),
            "otherHref": .text(kind == .enquiry ? Paths.complaint : Paths.enquiryForm),
            "otherLabel": .text(words(kind == .enquiry ? "desk.rather-complaint" : "desk.rather-enquiry")),
        ]) { own, _ in own }
    }
}
