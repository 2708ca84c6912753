import Forms
import Markup

/// The board of issues: what waits for the current member, and what is late.
struct IssueBoardPage: Page {
    static let template = "issues/board/show"
    let values: PageValues

    init(_ board: IssueBoard, _ standings: IssueStandings, member: Member, words issue: IssueWords) {
        let words = issue.words
        let sight = Permissions.issues(for: member)
        values = [
            "listHref": .text(Paths.issues),
            "newHref": Permissions.may(member, .raiseIssue) ? .text(Paths.newIssue) : .none,
            "scope": .text(
                sight.isComplete
                    ? words("work-orders.board.all")
                    : sight.department.map { issue.department($0) } ?? words("issues.board.own")),
            "parts": .list(board.parts.map { Self.part($0, standings, issue) }),
        ]
    }

    private static func part(
        _ part: IssueBoard.Part, _ standings: IssueStandings, _ issue: IssueWords
    ) -> PageValues {
        [
            "id": .text(part.name.rawValue), "heading": .text(issue.words("issues.board.\(part.name.rawValue)")),
            "count": .number(part.count), "rows": .list(part.issues.map { issue.row($0, standings) }),
            "hasRows": .flag(!part.issues.isEmpty),
            "nothing": .text(issue.words("issues.board.\(part.name.rawValue).none")),
            "moreHref": part.count > part.issues.count ? .text(Paths.with(Paths.issues, part.name.items)) : .none,
        ]
    }
}
