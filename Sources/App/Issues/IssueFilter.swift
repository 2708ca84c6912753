import Forms

/// Filter of the list of issues (UX-7).
enum IssueFilter {
    /// All open ones, or those in one state.
    static let state = Field.choice(
        "state",
        [.any("work-orders.any"), Choice(value: open, label: .key("issues.open"))]
            + Choice.each(IssueState.self, "issue.state."), label: .key("issues.column.state"))
    static let open = "open"
    static let category = Field.text("category", maximum: 40, label: .key("issues.column.category"))
    static let department = Field.text("department", maximum: 40, label: .key("issues.column.department"))
    /// Only those past their deadline.
    static let isLate = Field.flag("late", label: .key("issues.only-late"))
    static let isComplaint = Field.flag("complaint", label: .key("issues.only-complaints"))
    static let isImportant = Field.flag("important", label: .key("issues.only-important"))
    /// Only those that one sees through oneself.
    static let owner = Field.choices(
        "owner", [Choice(value: "me", label: .key("issues.only-mine"))], label: .key("issues.only-mine"))

    static let form = Form(
        "issue-filter", [state, category, department, isLate, isComplaint, isImportant, owner])
}
