import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about draft reports; its extensions have steps, filing and figures.
struct ServiceReportStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone
    /// Notified of the work done, when the visit is for an issue.
    let issues: IssueStore
    /// Notified when one of an order's visits has ended.
    let orders: WorkOrderStore

    /// A report with all that its steps need; nil when the visit is outside the member's scope.
    func context(of id: Visit.ID, for member: Member, at now: Date) async throws -> ReportContext? {
        try await database.read { try fetchContext($0, id, for: member, at: now) }
    }

    func fetchContext(_ db: Database, _ id: Visit.ID, for member: Member, at now: Date) throws -> ReportContext? {
        guard let briefing = try VisitStore.fetchBriefing(db, id, for: member) else { return nil }
        let rulebook = rules.rulebook
        let draft = try Self.draft(db, id)
        let serials = draft.map { ReplacementsForm.serials($0.answers(.replacements)) } ?? []
        let end = try projectWarranty(db, briefing.order, rulebook)
        return ReportContext(
            briefing: briefing, terms: rulebook.service, warranty: try warranty(db, briefing.order, end),
            projectWarrantyEnd: end.day, draft: draft, photographs: try Self.photographs(db, id),
            confirmation: try ConfirmationStore.fetch(db, id), places: try Self.places(db, serials),
            usualBadge: try Self.usualBadge(db, member.id), now: LocalDateTime(now, in: zone), zone: zone)
    }

    /// Where equipment with these serial numbers is installed.
    func places(_ serials: [String]) async throws -> [String: InstalledPlace] {
        try await database.read { try Self.places($0, serials) }
    }

    static func places(_ db: Database, _ serials: [String]) throws -> [String: InstalledPlace] {
        var places: [String: InstalledPlace] = [:]
        for serial in Set(serials) {
            let row = try StoredRow.fetchOne(
                db,
                cached: """
                    SELECT e.project_id, e.warranty_until, p.number FROM equipment e JOIN project p ON p.id = e.project_id
                    WHERE e.serial_number = ? COLLATE NOCASE AND e.serial_number <> '' AND e.removed_on IS NULL
                    """,
                arguments: [serial])
            guard let row else { continue }
            places[serial.lowercased()] = InstalledPlace(
                projectID: try row.value("project_id"), projectNumber: try row.value("number"),
                warrantyUntil: try row.value("warranty_until"))
        }
        return places
    }

    private func projectWarranty(_ db: Database, _ order: WorkOrder, _ rulebook: Rulebook) throws -> WarrantyEnd {
        guard let project = try ProjectStore.fetch(db, order.project.id) else { throw Refusal.notFound }
        return WarrantyEnd(project, try ProjectStore.fetchLife(db, project.id), rulebook)
    }

    private func warranty(_ db: Database, _ order: WorkOrder, _ project: WarrantyEnd) throws -> WarrantyFinding {
        let equipment = try order.details.equipmentID.flatMap { id in
            try Day.fetchOne(db, cached: "SELECT warranty_until FROM equipment WHERE id = ?", arguments: [id])
        }
        return WarrantyFinding(
            equipment: equipment, project: project, calledOn: Day(order.details.receivedAt, in: zone))
    }

    private static func draft(_ db: Database, _ id: Visit.ID) throws -> ReportDraft? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT r.author_id, m.name, r.begun_at, r.draft, r.version FROM service_report r
                JOIN member m ON m.id = r.author_id WHERE r.visit_id = ?
                """,
            arguments: [id])
        return try row.map {
            try ReportDraft(
                authorID: $0.value("author_id"), authorName: $0.value("name"), begunAt: $0.value("begun_at"),
                version: $0.value("version"), steps: [ReportStep: StepAnswers](stored: $0.value("draft"), in: "draft"))
        }
    }

    private static func photographs(_ db: Database, _ id: Visit.ID) throws -> PhotographCounts {
        let rows = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT moment, count(*) AS count FROM photograph WHERE visit_id = ? AND removed_at IS NULL
                GROUP BY moment
                """,
            arguments: [id])
        return PhotographCounts(
            byMoment: Dictionary(try rows.map { try ($0.value("moment"), $0.value("count")) }) { first, _ in first })
    }

    private static func usualBadge(_ db: Database, _ member: Member.ID) throws -> String {
        let last = try Visit.ID.fetchOne(
            db,
            cached: """
                SELECT visit_id FROM service_report WHERE author_id = ? AND filed_at IS NOT NULL
                ORDER BY filed_at DESC LIMIT 1
                """,
            arguments: [member])
        return try last.map { try fetchAnswer(db, $0, .arrival, ArrivalForm.badge) } ?? ""
    }

    /// One answer of a filed report; empty when it was not given, or no report was filed.
    static func fetchAnswer(
        _ db: Database, _ id: Visit.ID, _ step: ReportStep, _ field: Field<String>
    ) throws -> String {
        let text = try String.fetchOne(
            db, cached: "SELECT answers FROM service_report WHERE visit_id = ?", arguments: [id])
        let steps = try text.map { try [ReportStep: [String: [String]]](stored: $0, in: "answers") }
        return steps?[step]?[field.definition.name]?.first ?? ""
    }
}
