import Forms
import Foundation
import Markup

/// The page to raise an issue: first the customer, then what was said.
struct NewIssuePage: Page {
    static let template = "issues/raising/new"
    let values: PageValues

    /// - Parameter earlier: possible duplicates, which the form asks about.
    init(
        _ form: PostedForm, _ origin: IssuePrefill, earlier: EarlierIssues, member: Member, words issue: IssueWords
    ) {
        let words = issue.words
        let drawn = FormValues.make(
            form, action: Paths.issues, submit: "issues.raise", cancel: origin.backHref, words: words
        ).merging([
            "occasion": .list(
                origin.items.filter { !$0.1.isEmpty }.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "earlier": .list(earlier.shown.map(issue.row)), "hasEarlier": .flag(!earlier.shown.isEmpty),
            "hasOthers": .flag(earlier.hasOthers),
        ]) { own, _ in own }
        values = [
            "backHref": .text(origin.backHref), "findAction": .text(Paths.newIssue),
            "isOpenToAll": .flag(origin.customer == nil),
            "isUnknown": .flag(origin.customer == nil && origin.phone != nil),
            "caller": .text(origin.phone?.canonical ?? ""),
            "customer": origin.customer.map { .text($0.formOfAddress.words(for: $0.name, words)) } ?? .none,
            "customerHref": Permissions.may(member, .seeCustomers)
                ? origin.customer.map { .text(Paths.customer($0.id)) } ?? .none : .none,
            "project": origin.projects.count == 1
                ? origin.projects.first.map { .text(origin.title(of: $0)) } ?? .none : .none,
            "isFromCall": .flag(origin.fixedSource == .followUp), "form": .page(drawn),
        ]
    }
}
