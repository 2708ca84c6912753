import Forms
import Markup

/// The page to choose an issue's customer among candidates.
struct IssueCustomerPage: Page {
    static let template = "issues/customer-match/customer"
    let values: PageValues

    /// - Parameter text: the search text; the caller's number when nothing was typed.
    init(
        _ one: CustomerIssue, _ form: PostedForm, among found: [IssueCustomer], by text: String, member: Member,
        words issue: IssueWords
    ) {
        let path = Paths.issueCustomer(one.id)
        // The caller's number is only shown where that is audited (ACC-8).
        let typed = text == one.callerPhone ? "" : text
        let isKnown = one.customer != nil
        let hasChoice = isKnown ? found.contains { $0.project != nil } : !found.isEmpty
        values = [
            "backHref": .text(Paths.issue(one.id)), "number": .text(one.number), "words": .text(one.words),
            "customer": .text(issue.customer(one)), "searchAction": isKnown ? .none : .text(path), "q": .text(typed),
            "phone": .optional(PhoneNumber(stored: one.callerPhone)?.masked),
            "isNobody": .flag(!isKnown && !hasChoice),
            "registerHref": !isKnown && Permissions.may(member, .registerCustomers)
                ? .text(Paths.with(Paths.newCustomer, [CustomerPrefill(one).origin.item])) : .none,
            "newProjectHref": one.customer.flatMap { hasChoice ? nil : .text(Paths.newProject(customer: $0.id)) }
                ?? .none,
            "form": !hasChoice
                ? .none
                : .page(
                    FormValues.make(
                        form, action: Paths.with(path, [("q", typed)]), submit: "issues.identify",
                        cancel: Paths.issue(one.id), words: issue.words)),
        ]
    }
}
