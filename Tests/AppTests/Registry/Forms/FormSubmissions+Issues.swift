@testable import App

extension FormSubmissions {
    static let issues: [Deed] = [
        Deed(
            name: "raise an issue", who: .agent, page: { Paths.newIssue(of: .project($0.project)) },
            action: { _ in Paths.issues }, typed: { _ in ["words": "水槽漏水", "category": "repair"] }),
        Deed(
            name: "refer an issue", who: .agent, page: { Paths.issue($0.raisedIssue) },
            action: { Paths.issueStep($0.raisedIssue, .referral) },
            typed: { _ in ["referral-department": "maintenance"] }),
        Deed(
            name: "accept an issue", who: .manager, page: { Paths.issue($0.referredIssue) },
            action: { Paths.issueStep($0.referredIssue, .acceptance) }),
        Deed(
            name: "hand an issue back", who: .manager, page: { Paths.issue($0.referredIssue) },
            action: { Paths.issueStep($0.referredIssue, .handingBack) },
            typed: { _ in ["handing-back-text": "不归我们"] }),
        Deed(
            name: "ask the customer about an issue", who: .agent, page: { Paths.issue($0.solvedIssue) },
            action: { Paths.issueStep($0.solvedIssue, .verification) },
            typed: { _ in ["verification-content": "yes"] }),
    ]
}
