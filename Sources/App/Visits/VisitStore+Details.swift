import Forms
import Foundation
import GRDB

/// Every statement that reads visits for technicians.
extension VisitStore {
    func brief(_ id: Visit.ID, for member: Member) async throws -> VisitDetails? {
        try await database.read { try Self.fetchBriefing($0, id, for: member) }
    }

    static func fetchBriefing(_ db: Database, _ id: Visit.ID, for member: Member) throws -> VisitDetails? {
        guard let visit = try fetch(db, id, visibleTo: member) else { return nil }
        return try brief(db, visit)
    }

    /// A technician's open visits, by time.
    static func day(_ db: Database, of technician: Member.ID, on today: Day) throws -> VisitDay {
        let ids = try Visit.ID.fetchAll(
            db,
            cached: """
                SELECT id FROM visit WHERE technician_id = ? AND state IN ('planned', 'accepted', 'on-site')
                ORDER BY starts_at, id LIMIT ?
                """,
            arguments: [technician, VisitDay.most])
        let open = try ids.compactMap { try Self.fetch(db, $0).flatMap { try Self.brief(db, $0) } }
        let cash = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT count(*) AS count, ifnull(sum(total_fen), 0) AS fen FROM service_report
                WHERE author_id = ? AND cash IN ('taken', 'handed-in') AND cash = 'taken'
                """,
            arguments: [technician])
        return try VisitDay(
            open, on: today, cash: Money(fen: cash?.value("fen") ?? 0) ?? .most,
            cashCount: cash?.value("count") ?? 0)
    }

    private static func brief(_ db: Database, _ visit: Visit) throws -> VisitDetails? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT v.firm, v.note, v.starts_at, v.ends_at, v.accepted_at, v.withdrawn_because,
                    m.name AS technician, a.arrived_at, r.begun_at, r.filed_at,
                    EXISTS (SELECT 1 FROM visit e WHERE e.order_id = v.order_id AND e.number < v.number
                        AND e.state IN ('on-site', 'reported')) AS is_later
                FROM visit v LEFT JOIN member m ON m.id = v.technician_id
                    LEFT JOIN visit_arrival a ON a.visit_id = v.id LEFT JOIN service_report r ON r.visit_id = v.id
                WHERE v.id = ?
                """,
            arguments: [visit.id])
        guard let row, let order = try WorkOrderStore.fetch(db, visit.orderID) else { return nil }
        let start: LocalDateTime? = try row.value("starts_at")
        let end: LocalDateTime? = try row.value("ends_at")
        return VisitDetails(
            visit: visit, order: order, goer: try row.value("technician") ?? row.value("firm"),
            note: try row.value("note"),
            appointment: start.flatMap { start in end.map { VisitDetails.Appointed(start: start, end: $0) } },
            acceptedAt: try row.value("accepted_at"), arrivedAt: try row.value("arrived_at"),
            withdrawnBecause: try row.value("withdrawn_because"), isLaterVisit: try row.value("is_later"),
            reportBegunAt: try row.value("begun_at"), reportFiledAt: try row.value("filed_at"))
    }
}
