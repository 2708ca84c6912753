import Forms

/// The form that the dates of somebody on a project are corrected with.
struct AssignmentPage: Page {
    static let template = "projects/people/assignment"
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
