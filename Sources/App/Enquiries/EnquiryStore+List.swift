import Forms
import Foundation
import GRDB

/// Lists of enquiries: what is owed first stands on top.
extension EnquiryStore {
    /// As the index of open ones says it, word for word, so that SQLite goes by it.
    private static let isOpen = "state IN ('waiting', 'answered', 'appointment', 'potential')"

    /// Something is to be done before this day is over: a reply, an appointment that is due or past, the second follow-up.
    private static let isForToday = """
        \(isOpen) AND (answered_at IS NULL OR (state = 'appointment' AND appointment_at < :tomorrow)
            OR (state = 'potential' AND follow_up_on < :tomorrow))
        """

    /// Replies that are owed, the most pressing on top; then what was agreed, by its day; then the others.
    private static let byUrgency = """
        answered_at IS NOT NULL, CASE WHEN answered_at IS NULL THEN due_at WHEN state = 'appointment' THEN appointment_at
            ELSE ifnull(follow_up_on, '9999') END, id
        """

    /// One more than a page, where there are more.
    func list(_ filter: EnquiryFilter, on today: Day, limit: Int = EnquiryFilter.pageSize + 1) async throws -> [Enquiry]
    {
        try await database.read { db in
            var arguments: StatementArguments = [
                "limit": limit, "skipped": (filter.page - 1) * EnquiryFilter.pageSize,
            ]
            let (condition, order): (String, String)
            if filter.query.isEmpty {
                condition = Self.condition(filter.standing, on: today, &arguments)
                order = filter.standing.isOver ? "id DESC" : Self.byUrgency
            } else {
                condition = Self.matching(filter.query, &arguments)
                order = "id DESC"
            }
            return try Row.fetchAll(
                db,
                sql: "SELECT * FROM enquiry WHERE \(condition) ORDER BY \(order) LIMIT :limit OFFSET :skipped",
                arguments: arguments
            ).map(Enquiry.init)
        }
    }

    private static func condition(
        _ standing: EnquiryFilter.Standing, on today: Day, _ arguments: inout StatementArguments
    ) -> String {
        switch standing {
        case .open: return isOpen
        case .today:
            arguments += ["tomorrow": today.adding(days: 1)]
            return isForToday
        case .state(let state):
            arguments += ["state": state.rawValue]
            return "state = :state"
        }
    }

    /// A part of the name, of the number, or at least four digits of the phone.
    private static func matching(_ query: String, _ arguments: inout StatementArguments) -> String {
        arguments += ["query": query]
        let named = "instr(name, :query) > 0 OR instr(number, upper(:query)) > 0"
        let digits = query.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
        guard digits.count >= 4 else { return "(\(named))" }
        arguments += ["digits": digits]
        return "(\(named) OR instr(replace(phone, '-', ''), :digits) > 0)"
    }

    /// How many are owed a reply, and how many of them since more than a day.
    func unanswered(at now: Date) async throws -> (all: Int, late: Int) {
        try await database.read { db in try Self.unanswered(db, at: now) }
    }

    private static func unanswered(_ db: Database, at now: Date) throws -> (all: Int, late: Int) {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS number, count(*) FILTER (WHERE due_at <= ?) AS late FROM enquiry
                WHERE \(isOpen) AND answered_at IS NULL
                """,
            arguments: [now])
        return (try row?.value("number") ?? 0, try row?.value("late") ?? 0)
    }

    func today(_ today: Day, at now: Date) async throws -> EnquiriesToday {
        try await database.read { db in
            let tomorrow = today.adding(days: 1)
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM enquiry WHERE \(Self.isForToday) ORDER BY \(Self.byUrgency) LIMIT :limit",
                arguments: ["tomorrow": tomorrow, "limit": EnquiriesToday.most])
            let counts = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE state = 'appointment' AND appointment_at < :tomorrow) AS appointments,
                        count(*) FILTER (WHERE state = 'potential' AND follow_up_on < :tomorrow) AS follow_ups
                    FROM enquiry WHERE \(Self.isOpen)
                    """,
                arguments: ["tomorrow": tomorrow])
            let unanswered = try Self.unanswered(db, at: now)
            return try EnquiriesToday(
                rows: rows.map(Enquiry.init), unanswered: unanswered.all, late: unanswered.late,
                appointments: counts?.value("appointments") ?? 0, secondFollowUps: counts?.value("follow_ups") ?? 0)
        }
    }
}
