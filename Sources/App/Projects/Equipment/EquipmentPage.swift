import Forms

/// The form that a piece of equipment is entered or corrected with.
struct EquipmentPage: Page {
    static let template = "projects/equipment/form"
    let values: PageValues

    /// - Parameter piece: nil for a new one.
    /// - Parameter version: the one that the form was opened with; nil takes the stored one.
    /// - Parameter taken: the project in which the typed serial number is in use.
    /// - Parameter isStale: whether somebody else was quicker, so that both versions are shown (UX-4).
    init(
        _ bound: BoundForm, of piece: Equipment? = nil, in project: Project, version: Int? = nil,
        taken: ProjectNumber? = nil, isStale: Bool = false, submission: SubmissionID = .random(), words: Words
    ) {
        let action = piece.map { Paths.equipment($0.id, project: project.id) } ?? Paths.equipment(project.id)
        let form = FormValues.make(
            bound, action: action, submit: piece == nil ? "equipment.add" : "equipment.save",
            cancel: Paths.project(project.id), submission: submission,
            version: piece.map { version ?? $0.version }, words: words)
        let stored = piece.map { EquipmentForm.filled(with: $0.details, today: .latest) }
        values = [
            "title": .text(piece.map { words("equipment.correct", ["name": $0.name]) } ?? words("equipment.new")),
            "backHref": .text(Paths.project(project.id)), "backLabel": .text(project.number),
            "form": .page(form),
            "taken": taken.map {
                .page([
                    "text": .text(words("equipment.taken", ["number": $0.number])), "href": .text(Paths.project($0.id)),
                ])
            } ?? .none,
            "isStale": .flag(isStale),
            "differences": stored.map { FormValues.differences(mine: bound, theirs: $0, words) } ?? .list([]),
        ]
    }
}
