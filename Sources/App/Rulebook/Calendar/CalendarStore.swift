import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about decisions on years of the calendar.
struct CalendarStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    func decision(_ year: Int) async throws -> YearDecision? {
        try await database.read { db in try Self.fetch(db, year) }
    }

    private static func fetch(_ db: Database, _ year: Int) throws -> YearDecision? {
        try StoredRow.fetchOne(
            db,
            cached: """
                SELECT a.*, m.name AS decided_by_name FROM year_arrangement a JOIN member m ON m.id = a.decided_by
                WHERE a.year = ? ORDER BY a.id DESC LIMIT 1
                """,
            arguments: [year], as: YearDecision.init)
    }

    /// The calendar in force: the announced arrangements, overridden by decisions on years.
    static func fetchCalendar(_ db: Database) throws -> WorkCalendar {
        let decided = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT year, days_off, working_days FROM year_arrangement
                WHERE id IN (SELECT max(id) FROM year_arrangement GROUP BY year) ORDER BY year
                """)
        let years = Set(try decided.map { try $0.value("year") as Int })
        let announced = YearArrangement.announced.filter { !years.contains($0.year) }
        return WorkCalendar(arrangements: try announced + decided.compactMap { try YearArrangement(row: $0) })
    }

    /// Decides on a year, and starts replanning all projects.
    /// - Parameter arrangement: nil for the computed statutory holidays.
    /// - Parameter version: of the decision that the form was opened with.
    /// - Throws: `StaleVersion`.
    func decide(
        _ year: Int, _ arrangement: YearArrangement?, version: Int, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) {
            [audit = database.audit, effects = database.effects, rules] db, stamp in
            guard (try Self.fetch(db, year)?.id ?? 0) == version else { throw StaleVersion() }
            try db.execute(
                cached: """
                    INSERT INTO year_arrangement (year, days_off, working_days, decided_at, decided_by)
                    VALUES (:year, :daysOff, :workingDays, :decidedAt, :decidedBy)
                    """,
                arguments: [
                    "year": year, "daysOff": arrangement.map { Self.text($0.daysOff) },
                    "workingDays": arrangement.map { Self.text($0.workingDays) }, "decidedAt": stamp.at,
                    "decidedBy": stamp.member,
                ])
            let calendar = try Self.fetchCalendar(db)
            try ReplanningRunStore.begin(db, at: stamp.at)
            try audit.append(
                db, arrangement == nil ? .arrangementWithdrawn : .arrangementDecided, .company, stamp,
                detail: ["year": String(year)])
            effects.addBeforeNext { rules.put(calendar) }
            return Paths.calendarYear(year)
        }
    }

    private static func text(_ days: [Day]) -> String { days.map(\.description).joined(separator: " ") }
}

extension YearDecision {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), arrangement: try YearArrangement(row: row), decidedAt: try row.value("decided_at"),
            decidedBy: try row.value("decided_by_name"))
    }
}

extension YearArrangement {
    /// - Returns: nil for a year with computed statutory holidays.
    fileprivate init?(row: StoredRow) throws {
        guard let daysOff: String = try row.value("days_off"), let workingDays: String = try row.value("working_days")
        else { return nil }
        self.init(
            year: try row.value("year"), daysOff: try Self.days(daysOff), workingDays: try Self.days(workingDays))
    }

    private static func days(_ text: String) throws -> [Day] {
        try text.split(separator: " ").map { word in
            guard let day = Day(String(word)) else { throw UnreadableValue.text("days_off") }
            return day
        }
    }
}
