import Forms

/// Customers to choose from: whose issue it is.
struct IssueCustomerPage: Page {
    static let template = "issues/customer"
    let values: PageValues

    init(
        _ one: CustomerIssue, foundBy text: String, _ bound: BoundForm, submission: SubmissionID,
        words issue: IssueWords
    ) {
        let path = Paths.issueCustomer(one.id)
        let isTyped = text != one.callerPhone
        let hasFound = bound.form.fields.contains { field in
            if case .choice(let choices) = field.kind { return !choices.isEmpty }
            return false
        }
        values = [
            "backHref": .text(Paths.issue(one.id)), "number": .text(one.number), "words": .text(one.words),
            "customer": .text(issue.customer(one)),
            // The number itself is shown nowhere that does not note it (ACC-8).
            "searchAction": .text(path), "q": .text(isTyped ? text : ""), "hasFound": .flag(hasFound),
            "registerHref": .text(Paths.newCustomer),
            "form": .page(
                FormValues.make(
                    bound, action: Paths.with(path, isTyped ? [("q", text)] : []), submit: "issues.identify",
                    cancel: Paths.issue(one.id), submission: submission, words: issue.words)),
        ]
    }
}
