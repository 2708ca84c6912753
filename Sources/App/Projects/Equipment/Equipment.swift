import Forms

/// Equipment that was delivered to or installed in a project (ARC-2).
struct Equipment: Sendable, Identifiable, Hashable {
    let id: ID<Equipment>
    let projectID: Project.ID
    let details: EquipmentDetails
    let version: Int

    /// The model with the serial number, as far as they are known.
    var name: String { [details.model, details.serialNumber].filter { !$0.isEmpty }.joined(separator: " · ") }

    /// Whether it has not been removed.
    var isInstalled: Bool { details.removedOn == nil }
}

/// Input of a piece of equipment.
struct EquipmentDetails: Sendable, Hashable {
    let model: String
    let serialNumber: String
    let purchasedOn: Day?
    let installedOn: Day?
    /// The last day of its own warranty, if it has one besides the project's.
    let warrantyUntil: Day?
    /// When it was removed; it stays on record.
    let removedOn: Day?
}

/// Duplicate serial number: another piece in use has it.
struct SerialTaken: Error {
    let project: ProjectNumber
}
