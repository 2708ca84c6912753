/// Board of issues; each section is a filter of the list, so that counts and lists agree.
struct IssueBoard: Sendable {
    let parts: [Part]

    struct Part: Sendable {
        let name: Name
        let issues: [CustomerIssue]
        let count: Int
    }

    /// Late issues, then urgent ones that nobody has referred or accepted yet, which must not wait until they are late.
    var pressing: [CustomerIssue] {
        let first: [Name] = [.late, .toRefer, .referred]
        let issues = first.flatMap { name in parts.first { $0.name == name }?.issues ?? [] }
        var seen: Set<CustomerIssue.ID> = []
        return Array(issues.filter { seen.insert($0.id).inserted }.prefix(Self.mostPressing))
    }

    private static let mostPressing = 10

    /// Rows per section; more are in the list.
    static let most = 20

    enum Name: String, Sendable, CaseIterable {
        case late, mine, referred, accepted
        case toRefer = "to-refer"
        case inHand = "in-hand"
        case reopened
        case toAsk = "to-ask"
        case toClose = "to-close"
        case disputed, important

        /// The query items of the list with all of the section.
        var items: [(String, String)] {
            switch self {
            case .late: [("late", "yes")]
            case .mine: [("state", "open"), ("owner", "me")]
            case .referred: [("state", IssueState.referred.rawValue)]
            case .accepted: [("state", IssueState.accepted.rawValue)]
            case .toRefer: [("state", IssueState.new.rawValue)]
            case .inHand: [("state", IssueState.inProgress.rawValue)]
            case .reopened: [("state", IssueState.reopened.rawValue)]
            case .toAsk: [("state", IssueState.solved.rawValue)]
            case .toClose: [("state", IssueState.verified.rawValue)]
            case .disputed: [("state", IssueState.disputed.rawValue)]
            case .important: [("state", "open"), ("important", "yes")]
            }
        }

        /// The member's sections: for managers what waits for their department, for agents what they took, for
        /// executives what went wrong.
        static func of(_ member: Member) -> [Name] {
            if member.has(.administrator) { return [.late, .disputed, .toRefer, .referred, .toAsk, .toClose] }
            if member.has(.agent) { return [.late, .toRefer, .toAsk, .toClose, .mine] }
            if member.has(.manager) { return [.late, .referred, .accepted, .reopened, .inHand] }
            return [.late, .important, .disputed]
        }
    }
}
