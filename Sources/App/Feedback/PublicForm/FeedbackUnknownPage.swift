import Forms
import Foundation
import Markup

/// The one page for all links that do not open.
struct FeedbackUnknownPage: Page {
    static let template = "feedback/public-form/unknown"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}
