import Forms
import Foundation
import Markup

/// The page after sending: the message's number, and what happens next.
struct MessageReceivedPage: Page {
    static let template = "enquiries/public-form/received"
    let values: PageValues

    init(_ number: String, company: String, words: Words) {
        values = ["company": .text(company), "number": .text(words("feedback.your-number", ["number": number]))]
    }
}
