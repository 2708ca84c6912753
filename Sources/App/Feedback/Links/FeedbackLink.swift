import Forms
import Foundation

/// A link by which the customer of one project says what they think, without signing in (FBK-1).
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

    /// For how many days a link opens.
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

/// A project that is done with, and whose customer has not been heard.
struct ProjectWithoutFeedback: Sendable, Hashable, Identifiable {
    let id: Project.ID
    let number: String
    let customer: String
    let agent: MemberName
    /// The day of its warranty procedure.
    let done: Day

    /// How many are offered on one page.
    static let most = 100
    /// How many days after that a customer still knows well what it was like; those are chosen beforehand.
    private static let fresh = 60

    func isProposed(to member: Member, on today: Day) -> Bool {
        agent.id == member.id && done >= today.adding(days: -Self.fresh)
    }
}

/// Makes the tokens of links, and knows them again.
struct FeedbackTokens: Sendable {
    private let key: [UInt8]

    /// - Parameter key: 32 secret bytes, kept outside the database.
    init(key: [UInt8]) { self.key = key }

    /// 43 letters, digits, `-` and `_` that nobody can guess who does not have the key.
    func token(_ nonce: String) -> String { Sodium.keyedToken("feedback link " + nonce, key: key) }

    /// What is stored of a token, and looked for.
    func hash(_ token: String) -> String { Sodium.sha256(token.utf8) }

    /// Proof for a browser that it opened a link while that was open, that it answered by it, or that an answer by it was taken.
    func receipt(_ kind: ReceiptKind, of link: FeedbackLink.ID) -> String {
        Sodium.keyedToken("feedback receipt \(kind.rawValue) \(link)", key: key)
    }

    /// What a receipt proves, if it is one of this link's.
    func kind(of receipt: String, for link: FeedbackLink.ID) -> ReceiptKind? {
        ReceiptKind.allCases.first {
            Sodium.areEqual(self.receipt($0, of: link), receipt)
        }
    }

    /// `sent` stands in an address, so it proves that somebody answered and opens nothing of what they said.
    enum ReceiptKind: String, Sendable, CaseIterable {
        case opened, answered, sent
    }
}
