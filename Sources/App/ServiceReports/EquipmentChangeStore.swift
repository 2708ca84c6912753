import Forms
import Foundation
import GRDB

/// What a report changes about the equipment of a project: the old piece is taken out, the new one is there (ARC-2).
enum EquipmentChangeStore {
    /// - Throws: `Refusal.conflict` when a serial number was installed elsewhere since the step was saved.
    static func apply(_ db: Database, _ report: ServiceReport, of dossier: ReportDossier, _ stamp: Stamp) throws {
        let project = dossier.visit.projectID
        for item in report.replacements {
            try remove(db, item.oldSerial, from: project, on: report.arrived.day)
        }
        for item in report.replacements where !item.newSerial.isEmpty {
            guard try ServiceReportStore.places(db, [item.newSerial]).isEmpty else {
                throw Refusal.conflict("serial-installed")
            }
            try add(db, item, to: project, on: report.arrived.day, stamp.at)
        }
    }

    private static func remove(_ db: Database, _ serial: String, from project: Project.ID, on day: Day) throws {
        guard !serial.isEmpty else { return }
        try db.execute(
            sql: """
                UPDATE equipment SET removed_on = ?, version = version + 1
                WHERE project_id = ? AND serial_number = ? COLLATE NOCASE AND removed_on IS NULL
                """,
            arguments: [day, project, serial])
    }

    private static func add(
        _ db: Database, _ item: Replacement, to project: Project.ID, on day: Day, _ now: Date
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO equipment (project_id, model, serial_number, installed_on, warranty_until, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [project, item.name, item.newSerial, day, item.warrantyUntil, now])
    }
}
