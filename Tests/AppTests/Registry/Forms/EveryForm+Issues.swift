import Forms
import Foundation
import Rulebooks

@testable import App

/// The forms of issues with everything that they can offer.
extension EveryForm {
    static func issues(_ rulebook: Rulebook) -> [Form] {
        let raising = IssueForm.form(origin, rulebook, earlier: [earlier], now: TestClock.start, in: .gmt)
        return [raising, IssueCustomerForm.form([])]
            + IssueAction.allCases.map { action in
                IssueActionForm(action: action, rulebook: rulebook, approvers: [], now: TestClock.start, zone: .gmt)
                    .form
            }
    }

    /// A caller whom nobody knows, so that the name is asked for, with more to choose from than such a one has.
    private static var origin: IssuePrefill {
        let term = Assignment.Term(duty: .designer, memberID: 1, since: Day(TestClock.start, in: .gmt), until: nil)
        return IssuePrefill(
            projects: [1, 2].map { ProjectNumber(id: $0, number: "", siteAddress: "") },
            people: [PersonInCharge(Assignment(id: 1, projectID: 1, term: term, memberName: "", version: 1), in: .gmt)])
    }

    private static let earlier = CustomerIssue(
        id: 1, number: "", customer: nil, project: nil, source: .call, sourceID: nil, words: "", callerName: "",
        callerPhone: "", isComplaint: false, category: nil, urgency: .ordinary, department: nil, concerned: nil,
        takenBy: nil, owner: nil, raisedAt: TestClock.start, state: .new, isOpen: true, isImportant: false, due: nil,
        misses: 0, version: 1)
}
