import Forms
import Markup

/// The page to enter or correct a piece of equipment.
struct EquipmentPage: Page {
    static let template = "projects/equipment/form"
    let values: PageValues

    /// - Parameter piece: nil for a new one.
    /// - Parameter taken: the project where the typed serial number is in use.
    init(_ form: PostedForm, of piece: Equipment?, in project: Project, taken: ProjectNumber?, words: Words) {
        let action = piece.map { Paths.equipmentItem($0.id, project: project.id) } ?? Paths.equipment(project.id)
        let drawn = FormValues.make(
            form, action: action, submit: piece == nil ? "equipment.add" : "equipment.save",
            cancel: Paths.project(project.id), version: piece?.version, words: words)
        let stored = piece.map { EquipmentForm.filled(with: $0.details, today: .latest) }
        values = [
            "title": .text(piece.map { words("equipment.correct", ["name": $0.name]) } ?? words("equipment.new")),
            "backHref": .text(Paths.project(project.id)), "backLabel": .text(project.number),
            "form": .page(drawn),
            "taken": taken.map {
                .page([
                    "text": .text(words("equipment.taken", ["number": $0.number])), "href": .text(Paths.project($0.id)),
                ])
            } ?? .none,
            "isStale": .flag(form.isStale),
            "differences": stored.map { FormValues.differences(mine: form.bound, theirs: $0, words) } ?? .list([]),
        ]
    }
}
