import Forms
import Foundation

extension CSVFile {
    /// The list of issues.
    init(_ issues: [CustomerIssue], words issue: IssueWords) {
        let words = issue.words
        let columns = [
            "number", "customer", "project", "category", "kind", "urgency", "department", "state", "raised", "due",
            "late", "owner", "concerned",
        ]
        self.init(
            "issues-\(issue.today)", columns: columns.map { words("issues.column.\($0)") },
            rows: issues.map { one in
                [
                    one.number, issue.customer(one), one.project?.number ?? "", issue.category(one.category),
                    words(one.isComplaint ? "issue.kind.complaint" : "issue.kind.issue"),
                    words("work-order.urgency.\(one.urgency.rawValue)"), issue.department(one.department),
                    issue.state(one.state), Self.moment(one.raisedAt, words),
                    one.due?.at.map { Self.moment($0, words) } ?? "",
                    one.due?.at.map { $0 < issue.now } ?? false ? words("form.yes") : words("form.no"),
                    one.owner?.name ?? "", one.concerned?.member.name ?? "",
                ]
            })
    }
}
