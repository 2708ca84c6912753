import Forms
import Foundation
import GRDB

/// Every statement about the equipment of projects.
struct EquipmentStore: Sendable {
    let database: AppDatabase

    func find(_ id: Equipment.ID) async throws -> Equipment? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    static func fetch(_ db: Database, _ id: Equipment.ID) throws -> Equipment? {
        try StoredRow.fetchOne(db, cached: "SELECT * FROM equipment WHERE id = ?", arguments: [id], as: Equipment.init)
    }

    /// Installed equipment first, then removed equipment.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [Equipment] {
        try StoredRow.fetchAll(
            db, cached: "SELECT * FROM equipment WHERE project_id = ? ORDER BY removed_on IS NOT NULL, id LIMIT 200",
            arguments: [project], as: Equipment.init)
    }

    /// - Throws: `SerialTaken`, `Refusal.notFound` without the project.
    func add(
        _ details: EquipmentDetails, to project: Project.ID, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard try ProjectStore.fetch(db, project) != nil else { throw Refusal.notFound }
            try Self.checkSerial(db, details, of: nil)
            try Self.insert(db, details, to: project, stamp)
            try audit.append(db, .equipmentAdded, .project(project), stamp)
            return Paths.project(project)
        }
    }

    /// - Throws: `StaleVersion`, `SerialTaken`, `Refusal.notFound`.
    func correct(
        _ id: Equipment.ID, to details: EquipmentDetails, version: Int, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let stored = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard stored.version == version else { throw StaleVersion() }
            try Self.checkSerial(db, details, of: id)
            try db.execute(
                cached: """
                    UPDATE equipment SET model = :model, serial_number = :serialNumber, purchased_on = :purchasedOn,
                        installed_on = :installedOn, warranty_until = :warrantyUntil, removed_on = :removedOn,
                        version = version + 1
                    WHERE id = :id
                    """,
                arguments: [
                    "model": details.model, "serialNumber": details.serialNumber, "purchasedOn": details.purchasedOn,
                    "installedOn": details.installedOn, "warrantyUntil": details.warrantyUntil,
                    "removedOn": details.removedOn, "id": id,
                ])
            try audit.append(
                db, .equipmentCorrected, .project(stored.projectID), stamp, detail: ["equipment": String(id)])
            return Paths.project(stored.projectID)
        }
    }

    /// Inserts a piece inside a larger transaction.
    @discardableResult
    static func insert(_ db: Database, _ details: EquipmentDetails, to project: Project.ID, _ stamp: Stamp) throws
        -> Equipment.ID
    {
        try db.execute(
            cached: """
                INSERT INTO equipment (project_id, model, serial_number, purchased_on, installed_on, warranty_until,
                    removed_on, created_at)
                VALUES (:project, :model, :serialNumber, :purchasedOn, :installedOn, :warrantyUntil, :removedOn,
                    :createdAt)
                """,
            arguments: [
                "project": project, "model": details.model, "serialNumber": details.serialNumber,
                "purchasedOn": details.purchasedOn, "installedOn": details.installedOn,
                "warrantyUntil": details.warrantyUntil, "removedOn": details.removedOn, "createdAt": stamp.at,
            ])
        return db.lastInsertedID()
    }

    /// A serial number is in use at one place only; removed equipment may return elsewhere.
    private static func checkSerial(_ db: Database, _ details: EquipmentDetails, of id: Equipment.ID?) throws {
        guard !details.serialNumber.isEmpty, details.removedOn == nil else { return }
        let taken = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT p.id, p.number, p.site_address FROM equipment e JOIN project p ON p.id = e.project_id
                WHERE e.serial_number = ? COLLATE NOCASE AND e.removed_on IS NULL AND e.serial_number <> ''
                    AND e.id IS NOT ?
                """,
            arguments: [details.serialNumber, id])
        guard let taken else { return }
        throw SerialTaken(
            project: try ProjectNumber(
                id: taken.value("id"), number: taken.value("number"), siteAddress: taken.value("site_address")))
    }
}

extension Equipment {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), projectID: try row.value("project_id"),
            details: EquipmentDetails(
                model: try row.value("model"), serialNumber: try row.value("serial_number"),
                purchasedOn: try row.value("purchased_on"),
                installedOn: try row.value("installed_on"), warrantyUntil: try row.value("warranty_until"),
                removedOn: try row.value("removed_on")),
            version: try row.value("version"))
    }
}
