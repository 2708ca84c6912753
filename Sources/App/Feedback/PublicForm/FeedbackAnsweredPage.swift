import Forms
import Foundation
import Markup

/// The page for a link that was answered in another browser.
struct FeedbackAnsweredPage: Page {
    static let template = "feedback/public-form/answered"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}
