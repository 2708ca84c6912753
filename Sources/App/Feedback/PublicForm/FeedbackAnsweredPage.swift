import Forms
import Foundation

/// That a form was answered already, for whoever opens its link in another browser.
struct FeedbackAnsweredPage: Page {
    static let template = "feedback/public-form/answered"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}
