import Forms
import Foundation

/// The one answer to whoever has no open link.
struct FeedbackUnknownPage: Page {
    static let template = "feedback/public-form/unknown"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}
