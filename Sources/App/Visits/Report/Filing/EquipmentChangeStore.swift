import Forms
import Foundation
import GRDB

/// Applies a report's replacements to the project's equipment: the old piece is removed, the new one added (ARC-2).
enum EquipmentChangeStore {
    /// - Throws: `Refusal.conflict` when a serial number was installed elsewhere since the step was saved.
    static func apply(_ db: Database, _ finished: ServiceReport, of report: ReportContext, _ stamp: Stamp) throws {
        let project = report.visit.projectID
        // Looked up before anything is removed: a replacement without a name takes the old piece's.
        let models = try finished.replacements.map { try model(db, $0, in: project) }
        for item in finished.replacements {
            try remove(db, item.oldSerial, from: project, on: finished.arrived.day)
        }
        for (item, model) in zip(finished.replacements, models) where item.isEquipment {
            guard try ServiceReportStore.places(db, [item.newSerial]).isEmpty else {
                throw Refusal.conflict("serial-installed")
            }
            try add(db, item, model, to: project, on: finished.arrived.day, stamp.at)
        }
    }

    /// The model as reported, else that of the replaced piece, else the serial number.
    private static func model(_ db: Database, _ item: Replacement, in project: Project.ID) throws -> String {
        guard item.name.isEmpty else { return item.name }
        let old = try String.fetchOne(
            db,
            cached: """
                SELECT model FROM equipment
                WHERE project_id = ? AND serial_number = ? COLLATE NOCASE AND serial_number <> '' AND removed_on IS NULL
                """,
            arguments: [project, item.oldSerial])
        return old ?? item.newSerial
    }

    private static func remove(_ db: Database, _ serial: String, from project: Project.ID, on day: Day) throws {
        guard !serial.isEmpty else { return }
        try db.execute(
            cached: """
                UPDATE equipment SET removed_on = ?, version = version + 1
                WHERE project_id = ? AND serial_number = ? COLLATE NOCASE AND removed_on IS NULL
                """,
            arguments: [day, project, serial])
    }

    private static func add(
        _ db: Database, _ item: Replacement, _ model: String, to project: Project.ID, on day: Day, _ now: Date
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO equipment (project_id, model, serial_number, installed_on, warranty_until, created_at)
                VALUES (:project, :model, :serial, :day, :until, :now)
                """,
            arguments: [
                "project": project, "model": model, "serial": item.newSerial, "day": day,
                "until": item.warrantyUntil, "now": now,
            ])
    }
}

extension Replacement {
    /// Whether it counts as equipment of the project: it has a serial number, and is not a card inside a device.
    fileprivate var isEquipment: Bool {
        switch what {
        case .part, .terminal: !newSerial.isEmpty
        case .sim: false
        }
    }
}
