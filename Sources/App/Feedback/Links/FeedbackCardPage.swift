import Forms
import Foundation
import Markup

/// Printable cards with a QR code, one per page. The project stands at the foot, so that cards are not mixed up when
/// they are handed out.
struct FeedbackCardPage: Page {
    static let template = "feedback/links/card"
    let values: PageValues

    /// - Parameter href: the address for another paper size.
    init(
        _ links: [(link: FeedbackLink, address: String)], size: CardSize, href: (CardSize) -> String, company: String,
        back: String, words: Words
    ) {
        let whose = { (link: FeedbackLink) in
            "\(link.customer.formOfAddress.words(for: link.customer.name, words)) · \(link.projectNumber)"
        }
        values = [
            "backHref": .text(back),
            "sizes": .list(
                CardSize.allCases.map {
                    ["href": .text(href($0)), "current": .flag($0 == size), "label": .text($0.rawValue.uppercased())]
                }),
            "cards": .list(
                links.compactMap { link, address in
                    QRCode(address).map { code in
                        [
                            "size": .text(size.rawValue), "company": .text(company),
                            "code": .page(code.values), "whose": .text(whose(link)),
                            "until": .text(words("feedback.open-until", ["time": words.dateTime(link.expiresAt)])),
                        ]
                    }
                }),
        ]
    }
}
