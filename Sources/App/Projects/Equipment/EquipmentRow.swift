import Forms
import Markup

/// A row in the list of a project's equipment.
enum EquipmentRow {
    static func values(_ piece: Equipment, mayEdit: Bool, _ words: Words) -> PageValues {
        let details = piece.details
        let facts: [(String, Day?)] = [
            ("equipment.purchased", details.purchasedOn), ("equipment.installed", details.installedOn),
            ("equipment.warranty", details.warrantyUntil), ("equipment.removed", details.removedOn),
        ]
        return [
            "name": .text(piece.name),
            "facts": .text(
                facts.compactMap { key, day in day.map { words(key, ["day": words.day($0)]) } }
                    .joined(separator: words("projects.timeline.separator"))),
            "isGone": .flag(!piece.isInstalled),
            "href": mayEdit ? .text(Paths.equipmentItem(piece.id, project: piece.projectID)) : .none,
        ]
    }
}
