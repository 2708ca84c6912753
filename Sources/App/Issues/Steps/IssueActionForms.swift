import Forms
import Foundation
import Rulebooks

/// The forms of all steps that are possible in the issue's state.
struct IssueActionForms: Sendable {
    let possible: [IssueAction]
    private let suggestedDepartment: String?
    private let rulebook: Rulebook
    private let approvers: [Choice]
    private let now: Date
    private let zone: TimeZone

    init(_ whole: IssueOverview, rulebook: Rulebook, now: Date, zone: TimeZone) {
        possible = IssueAction.allCases.filter {
            $0.isPossible(whole.life, at: now, reopeningWithin: whole.terms.limits.reopeningDays)
        }
        suggestedDepartment = whole.issue.category.flatMap { rulebook.issues.category($0)?.department }
        approvers = whole.staff.filter { Permissions.may($0, .approveCompensation) }.map {
            Choice(value: String($0.id), label: .name($0.name))
        }
        (self.rulebook, self.now, self.zone) = (rulebook, now, zone)
    }

    func form(of action: IssueAction) -> IssueActionForm {
        IssueActionForm(action: action, rulebook: rulebook, approvers: approvers, now: now, zone: zone)
    }

    /// The form as opened; the category's department is preselected (ISS-2).
    func opened(_ action: IssueAction) -> BoundForm {
        let form = form(of: action).form
        guard action == .referral, let suggestedDepartment else { return form.blank }
        return form.filled(["referral-department": .choice(suggestedDepartment)])
    }
}
