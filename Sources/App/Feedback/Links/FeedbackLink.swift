import Forms
import Foundation

/// Capability link by which a project's customer gives feedback without signing in (FBK-1).
struct FeedbackLink: Sendable, Hashable, Identifiable {
    let id: ID<FeedbackLink>
    let project: Project.ID
    let projectNumber: String
    let customer: CustomerName
    let nonce: String
    let madeBy: MemberName
    let madeAt: Date
    let expiresAt: Date
    let usedAt: Date?
    let revokedAt: Date?

    /// Days until a link expires.
    static let days = 30

    enum State: String, Sendable, CaseIterable {
        case open, used, revoked, expired
    }

    func state(at now: Date) -> State {
        if usedAt != nil { return .used }
        if revokedAt != nil { return .revoked }
        return now < expiresAt ? .open : .expired
    }
}

/// A finished project whose customer has not given feedback.
struct ProjectWithoutFeedback: Sendable, Hashable, Identifiable {
    let id: Project.ID
    let number: String
    let customer: String
    let agent: MemberName
    /// The day of its warranty procedure.
    let done: Day

    /// Maximum on one page.
    static let most = 100
    /// Projects finished within so many days are preselected, as their customers still remember well.
    private static let fresh = 60

    func isProposed(to member: Member, on today: Day) -> Bool {
        agent.id == member.id && done >= today.adding(days: -Self.fresh)
    }
}

/// Makes and verifies the tokens of links.
struct FeedbackTokens: Sendable {
    private let key: [UInt8]

    /// - Parameter key: 32 secret bytes, kept outside the database.
    init(key: [UInt8]) { self.key = key }

    /// HMAC of a nonce: 43 letters, digits, `-` and `_`, which cannot be guessed without the key.
    func token(_ nonce: String) -> String { Sodium.keyedToken("feedback link " + nonce, key: key) }

    /// The stored hash of a token.
    func hash(_ token: String) -> String { Sodium.sha256(token.utf8) }

    /// Signed receipt for a browser: it opened the link while that was open, answered by it, or knows that an answer
    /// was stored.
    func receipt(_ kind: ReceiptKind, of link: FeedbackLink.ID) -> String {
        Sodium.keyedToken("feedback receipt \(kind.rawValue) \(link)", key: key)
    }

    /// What a receipt of this link proves; nil for any other text.
    func kind(of receipt: String, for link: FeedbackLink.ID) -> ReceiptKind? {
        ReceiptKind.allCases.first {
            Sodium.areEqual(self.receipt($0, of: link), receipt)
        }
    }

    /// `sent` is visible in an address, so it only proves that an answer was stored, and opens none of its content.
    enum ReceiptKind: String, Sendable, CaseIterable {
        case opened, answered, sent
    }
}
