import Forms
import Markup

/// The page to correct an assignment.
struct AssignmentPage: Page {
    static let template = "projects/people/assignment"
    let values: PageValues

    init(_ form: PostedForm, of assignment: Assignment, in project: Project, words: Words) {
        let drawn = FormValues.make(
            form, action: Paths.assignment(assignment.id, project: project.id), submit: "people.save",
            cancel: Paths.people(project.id), version: assignment.version, words: words)
        let staff = form.bound.form["member"]?.kind.choices ?? []
        let stored = AssignmentForm.filled(with: assignment.term, staff: staff, today: .latest)
        values = [
            "title": .text(
                words(
                    "people.correct-title",
                    ["name": assignment.memberName, "duty": words(assignment.term.duty)])),
            "backHref": .text(Paths.people(project.id)),
            "backLabel": .text(words("people.title", ["number": project.number])),
            "form": .page(drawn),
            "isStale": .flag(form.isStale),
            "differences": form.isStale ? FormValues.differences(mine: form.bound, theirs: stored, words) : .list([]),
        ]
    }
}
