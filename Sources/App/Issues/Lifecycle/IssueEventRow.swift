import Foundation

/// The stored form of an event: its name, and the few values that belong to it.
struct IssueEventRow: Sendable, Hashable {
    let kind: String
    var category: String?
    var department: String?
    var answer: String?
    var promisedAt: Date?
}

extension IssueHappening {
    /// Decodes a row; nil for one that no version of this program has written.
    init?(_ row: IssueEventRow) {
        let found: IssueHappening? =
            switch row.kind {
            case "raised": .raised(category: row.category)
            case "categorised": row.category.map { .categorised($0) }
            case "referred": row.department.map { .referred(to: $0) }
            case "transferred": row.department.map { .transferred(to: $0) }
            case "ruled": row.department.map { .ruled(to: $0) }
            case "triaged": .triaged(isOurs: row.answer == "yes")
            case "promised": row.promisedAt.map { .promised($0) }
            case "paused": row.answer.flatMap(IssuePause.init).map { .paused($0) }
            case "verified": .verified(isContent: row.answer == "yes")
            default: Self.plain.first { $0.row.kind == row.kind }
            }
        guard let found else { return nil }
        self = found
    }

    /// Events without further values.
    private static let plain: [IssueHappening] = [
        .accepted, .handedBack, .disputed, .answered, .resumed, .ordered, .arrived, .visited, .solved, .closed,
        .reopened,
    ]

    var row: IssueEventRow {
        switch self {
        case .raised(let category): IssueEventRow(kind: "raised", category: category)
        case .categorised(let category): IssueEventRow(kind: "categorised", category: category)
        case .referred(let to): IssueEventRow(kind: "referred", department: to)
        case .accepted: IssueEventRow(kind: "accepted")
        case .handedBack: IssueEventRow(kind: "handed-back")
        case .transferred(let to): IssueEventRow(kind: "transferred", department: to)
        case .disputed: IssueEventRow(kind: "disputed")
        case .ruled(let to): IssueEventRow(kind: "ruled", department: to)
        case .triaged(let isOurs): IssueEventRow(kind: "triaged", answer: isOurs ? "yes" : "no")
        case .answered: IssueEventRow(kind: "answered")
        case .promised(let at): IssueEventRow(kind: "promised", promisedAt: at)
        case .paused(let pause): IssueEventRow(kind: "paused", answer: pause.rawValue)
        case .resumed: IssueEventRow(kind: "resumed")
        case .ordered: IssueEventRow(kind: "ordered")
        case .arrived: IssueEventRow(kind: "arrived")
        case .visited: IssueEventRow(kind: "visited")
        case .solved: IssueEventRow(kind: "solved")
        case .verified(let isContent): IssueEventRow(kind: "verified", answer: isContent ? "yes" : "no")
        case .closed: IssueEventRow(kind: "closed")
        case .reopened: IssueEventRow(kind: "reopened")
        }
    }
}
