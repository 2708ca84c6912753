import Forms
import Foundation
import GRDB

/// Figures from filed reports; the period is that of the arrival, or of the filing. Not shown yet: they are for the
/// supervision report (REP-3).
extension ServiceReportStore {
    /// First arrivals of orders in a period, by urgency: within 24 hours, or 4 for water and electricity, or by the
    /// rulebook at the time of the order (ISS-3).
    func arrivals(in days: ClosedRange<Day>, urgency: Urgency) async throws -> ArrivalFigures {
        let (from, to) = (days.lowerBound.start(in: zone), days.upperBound.adding(days: 1).start(in: zone))
        return try await database.read { db in
            let row = try StoredRow.fetchOne(
                db,
                cached: """
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

    /// Repairs whose first visit was reported in a period, and how many of them it fixed.
    func firstTimeFix(in days: ClosedRange<Day>) async throws -> FirstTimeFix {
        let (from, to) = (days.lowerBound.start(in: zone), days.upperBound.adding(days: 1).start(in: zone))
        return try await database.read { db in
            let row = try StoredRow.fetchOne(
                db,
                cached: """
                    SELECT count(*) AS total, count(*) FILTER (WHERE r.outcome = 'fixed') AS fixed
                    FROM service_report r
                    WHERE r.filed_at >= ? AND r.filed_at < ? AND \(Self.order("kind")) = 'repair'
                    """,
                arguments: [from, to])
            return FirstTimeFix(fixedAtOnce: try row?.value("fixed") ?? 0, total: try row?.value("total") ?? 0)
        }
    }

    /// A column of the report's order if its visit is the first one not withdrawn; else NULL. A subquery per report:
    /// for a join SQLite would scan all visits to build a Bloom filter.
    private static func order(_ column: String) -> String {
        """
        (SELECT o.\(column) FROM visit v CROSS JOIN work_order o ON o.id = v.order_id
            WHERE v.id = r.visit_id AND NOT EXISTS (
                SELECT 1 FROM visit e
                WHERE e.order_id = v.order_id AND e.number < v.number AND e.state <> 'withdrawn'))
        """
    }
}
