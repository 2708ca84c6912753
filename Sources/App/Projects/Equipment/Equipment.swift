import Forms

/// Something that was delivered or installed in a project (ARC-2).
struct Equipment: Sendable, Identifiable, Hashable {
    let id: ID<Equipment>
    let projectID: Project.ID
    let details: EquipmentDetails
    let version: Int

    /// What people call it: the model with its serial number, or the one of both that is known.
    var name: String { [details.model, details.serialNumber].filter { !$0.isEmpty }.joined(separator: " · ") }

    /// Whether it is still there.
    var isInstalled: Bool { details.removedOn == nil }
}

/// What people enter about a piece of equipment.
struct EquipmentDetails: Sendable, Hashable {
    let model: String
    let serialNumber: String
    let purchasedOn: Day?
    let installedOn: Day?
    /// The last day of its own warranty, where it has one apart from the project's.
    let warrantyUntil: Day?
    /// When it was taken out; it stays on record.
    let removedOn: Day?
}

/// Another piece of equipment has this serial number and is in use.
struct SerialTaken: Error {
    let project: ProjectNumber
}
