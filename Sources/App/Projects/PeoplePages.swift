import Forms

/// The people on a project, with the form to add one.
struct PeoplePage: Page {
    static let template = "projects/people"
    let values: PageValues

    init(
        _ bound: BoundForm, _ stored: ProjectPeople, submission: SubmissionID, today: Day, for member: Member,
        words: Words
    ) {
        let project = stored.project
        let mayEdit = Permissions.may(member, .registerCustomers)
        let form = FormValues.make(
            bound, action: Paths.people(project.id), submit: "people.add", cancel: Paths.project(project.id),
            submission: submission, words: words)
        values = [
            "backHref": .text(Paths.project(project.id)), "backLabel": .text(project.number),
            "rows": .list(AssignmentRow.values(stored.people, today: today, mayEdit: mayEdit, words)),
            "hasRows": .flag(!stored.people.isEmpty),
            "mayEdit": .flag(mayEdit),
            "form": mayEdit ? .page(form) : .none,
        ]
    }
}

/// The form that the dates of somebody on a project are corrected with.
struct AssignmentPage: Page {
    static let template = "projects/assignment"
    let values: PageValues

    /// - Parameter version: the one that the form was opened with; nil takes the stored one.
    /// - Parameter isStale: whether somebody else was quicker, so that both versions are shown (UX-4).
    init(
        _ bound: BoundForm, of assignment: Assignment, in project: Project, version: Int? = nil,
        isStale: Bool = false, submission: SubmissionID = .random(), words: Words
    ) {
        let form = FormValues.make(
            bound, action: Paths.assignment(assignment.id, project: project.id), submit: "people.save",
            cancel: Paths.people(project.id), submission: submission, version: version ?? assignment.version,
            words: words)
        let staff = bound.form["member"]?.kind.choices ?? []
        let stored = AssignmentForm.filled(with: assignment.term, staff: staff, today: .latest)
        values = [
            "title": .text(
                words(
                    "people.correct-title",
                    ["name": assignment.memberName, "duty": words(assignment.term.duty)])),
            "backHref": .text(Paths.people(project.id)),
            "backLabel": .text(words("people.title", ["number": project.number])),
            "form": .page(form),
            "isStale": .flag(isStale),
            "differences": isStale ? FormValues.differences(mine: bound, theirs: stored, words) : .list([]),
        ]
    }
}
