import Foundation

/// The addresses that customers are given.
struct FeedbackAddresses: Sendable {
    let baseURL: URL
    let tokens: FeedbackTokens

    func text(of link: FeedbackLink) -> String {
        URL(string: Paths.feedback(tokens.token(link.nonce)), relativeTo: baseURL)?.absoluteString ?? ""
    }
}
