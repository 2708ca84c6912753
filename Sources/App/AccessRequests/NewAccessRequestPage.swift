import Forms
import Foundation
import Markup

/// The page to request access to a record or a project.
struct NewAccessRequestPage: Page {
    static let template = "access-requests/new"
    let values: PageValues

    init(_ wanted: WantedRecords, _ form: PostedForm, words follow: FollowUpWords) {
        let words = follow.words
        let (customer, project, scope, back) =
            switch wanted {
            case .followUp(let call):
                (
                    call.customerName, call.projectNumber,
                    words("access.wanted-record", ["stage": follow.stage(call.stage)]), Paths.followUp(call.id)
                )
            case .feedback(let one):
                (
                    one.customerName, one.project.number, words("access.wanted-feedback", ["number": one.number]),
                    Paths.feedbackRecord(one.id)
                )
            case .project(let one):
                (one.customer.name, one.number, words("access.wanted-project"), Paths.project(one.id))
            }
        let item = wanted.scope.item
        values =
            ([
                "customer": .text(customer), "number": .text(project), "scope": .text(scope), "backHref": .text(back),
                "scopeName": .text(item.name), "scopeValue": .text(item.value),
            ] as PageValues).merging(
                FormValues.make(
                    form, action: Paths.accessRequests, submit: "access.send", cancel: back, words: words)
            ) { own, _ in own }
    }
}
