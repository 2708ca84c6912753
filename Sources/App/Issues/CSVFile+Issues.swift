extension CSVFile {
    /// Export of the list of issues.
    init(_ issues: ListSlice<CustomerIssue>, words issue: IssueWords) {
        let words = issue.words
        self.init(
            "issues-\(issue.today)",
            [
                Column("issues.column.number") { .text($0.number) },
                Column("issues.column.customer") { .text(issue.customer($0)) },
                Column("issues.column.project") { .text($0.project?.number ?? "") },
                Column("issues.column.category") { .text(issue.category($0.category)) },
                Column("issues.column.kind") {
                    .text(words($0.isComplaint ? "issue.kind.complaint" : "issue.kind.issue"))
                },
                Column("issues.column.urgency") { .text(words("work-order.urgency.\($0.urgency.rawValue)")) },
                Column("issues.column.department") { .text(issue.department($0.department)) },
                Column("issues.column.state") { .text(issue.state($0.state)) },
                Column("issues.column.raised") { .moment($0.raisedAt) },
                Column("issues.column.due") { .moment($0.due?.at) },
                Column("issues.column.late") { .isTrue($0.due?.at.map { $0 < issue.now } ?? false) },
                Column("issues.column.owner") { .text($0.owner?.name ?? "") },
                Column("issues.column.concerned") { .text($0.concerned?.member.name ?? "") },
            ], issues, words)
    }
}
