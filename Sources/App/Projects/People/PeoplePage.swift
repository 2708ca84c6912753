import Forms
import Markup

/// The people on a project, with the form to add one.
struct PeoplePage: Page {
    static let template = "projects/people/index"
    let values: PageValues

    init(_ form: PostedForm, _ stored: ProjectPeople, today: Day, for member: Member, words: Words) {
        let project = stored.project
        let mayEdit = Permissions.may(member, .registerCustomers)
        let drawn = FormValues.make(
            form, action: Paths.people(project.id), submit: "people.add", cancel: Paths.project(project.id),
            words: words)
        values = [
            "backHref": .text(Paths.project(project.id)), "backLabel": .text(project.number),
            "rows": .list(AssignmentRow.values(stored.people, today: today, mayEdit: mayEdit, words)),
            "hasRows": .flag(!stored.people.isEmpty),
            "mayEdit": .flag(mayEdit),
            "form": mayEdit ? .page(drawn) : .none,
        ]
    }
}
