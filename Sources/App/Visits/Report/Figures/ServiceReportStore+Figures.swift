import Forms
import Foundation
import GRDB

/// Figures that come out of filed reports; the day of the arrival, or of the filing, decides about the period. They
/// wait for the supervision report that will show them (REP-3).
extension ServiceReportStore {
    /// First arrivals of orders within a period, by urgency: ordinary ones within 24 hours, water and electricity
    /// within 4, or whatever the rulebook said when the order was made (ISS-3).
    func arrivals(in days: ClosedRange<Day>, urgency: Urgency) async throws -> ArrivalFigures {
        let (from, to) = (days.lowerBound.start(in: zone), days.upperBound.adding(days: 1).start(in: zone))
        return try await database.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE r.arrived_at <= \(Self.order("arrive_by"))) AS in_time,
                        count(*) FILTER (WHERE r.arrived_at > \(Self.order("arrive_by"))) AS late
                    FROM service_report r
                    WHERE r.filed_at IS NOT NULL AND r.arrived_at >= ? AND r.arrived_at < ?
                        AND \(Self.order("urgency")) = ?
                    """,
                arguments: [from, to, urgency.rawValue])
            return ArrivalFigures(inTime: try row?.value("in_time") ?? 0, late: try row?.value("late") ?? 0)
        }
    }

    /// Repairs whose first visit was reported within a period, and how many of them it fixed.
    func firstTimeFix(in days: ClosedRange<Day>) async throws -> FirstTimeFix {
        let (from, to) = (days.lowerBound.start(in: zone), days.upperBound.adding(days: 1).start(in: zone))
        return try await database.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS total, count(*) FILTER (WHERE r.outcome = 'fixed') AS fixed
                    FROM service_report r
                    WHERE r.filed_at >= ? AND r.filed_at < ? AND \(Self.order("kind")) = 'repair'
                    """,
                arguments: [from, to])
            return FirstTimeFix(fixedAtOnce: try row?.value("fixed") ?? 0, total: try row?.value("total") ?? 0)
        }
    }

    /// A column of the report's order, where its visit is the first one that was not withdrawn; else NULL. Looked up
    /// for each report: joined to them, SQLite reads through all visits to build a filter.
    private static func order(_ column: String) -> String {
        """
        (SELECT o.\(column) FROM visit v CROSS JOIN work_order o ON o.id = v.order_id
            WHERE v.id = r.visit_id AND NOT EXISTS (
                SELECT 1 FROM visit e
                WHERE e.order_id = v.order_id AND e.number < v.number AND e.state <> 'withdrawn'))
        """
    }
}
