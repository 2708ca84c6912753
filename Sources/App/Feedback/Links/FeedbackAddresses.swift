import Foundation

/// Full addresses of feedback links, for customers.
struct FeedbackAddresses: Sendable {
    let baseURL: URL
    let tokens: FeedbackTokens

    func text(of link: FeedbackLink) -> String {
        URL(string: Paths.feedback(tokens.token(link.nonce)), relativeTo: baseURL)?.absoluteString ?? ""
    }
}
