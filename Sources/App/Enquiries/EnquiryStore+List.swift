import Forms
import Foundation
import GRDB

/// Lists of enquiries, the most urgent first.
extension EnquiryStore {
    /// Word for word the condition of the partial index, so that SQLite uses it.
    private static let isOpen: SQL = "state IN ('waiting', 'answered', 'appointment', 'potential')"

    /// Due by the end of the day: a reply, an appointment, or the second follow-up.
    private static func isFor(_ today: Day) -> SQL {
        """
        \(isOpen) AND (answered_at IS NULL OR (state = 'appointment' AND appointment_at < \(today.adding(days: 1)))
            OR (state = 'potential' AND follow_up_on < \(today.adding(days: 1))))
        """
    }

    /// Replies owed, the most urgent first; then agreed dates, by day; then the others.
    private static let byUrgency = """
        answered_at IS NOT NULL, CASE WHEN answered_at IS NULL THEN due_at WHEN state = 'appointment' THEN appointment_at
            ELSE ifnull(follow_up_on, '9999') END, id
        """

    func list(_ query: ListQuery, on today: Day) async throws -> ListSlice<Enquiry> {
        try await database.read { db in
            let (condition, order) = Self.choice(query, on: today)
            return try Self.slice(db, where: condition, by: order, query.part)
        }
    }

    private static func slice(
        _ db: Database, where condition: SQL, by order: String, _ part: ListPart
    ) throws -> ListSlice<Enquiry> {
        try db.slice(
            "SELECT * FROM enquiry", of: "enquiry", id: "id", where: condition, by: order, part, isCounted: false,
            as: Enquiry.init)
    }

    /// The condition and the order of a query.
    private static func choice(_ query: ListQuery, on today: Day) -> (SQL, String) {
        if let words = query[EnquiryFilter.words] { return (matching(words), "id DESC") }
        if query[EnquiryFilter.state] == EnquiryFilter.today { return (isFor(today), byUrgency) }
        guard let state: EnquiryState = query.choice(EnquiryFilter.state) else { return (isOpen, byUrgency) }
        return ("state = \(state)", state.isOpen ? byUrgency : "id DESC")
    }

    /// A part of the name or number, or at least four digits of the phone.
    private static func matching(_ words: String) -> SQL {
        let named: SQL = "instr(name, \(words)) > 0 OR instr(number, upper(\(words))) > 0"
        let digits = words.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
        guard digits.count >= 4 else { return "(\(named))" }
        return "(\(named) OR instr(replace(phone, '-', ''), \(digits)) > 0)"
    }

    /// How many replies are owed, and how many of those for more than a day.
    func unanswered(at now: Date) async throws -> (all: Int, late: Int) {
        try await database.read { db in try Self.unanswered(db, at: now) }
    }

    private static func unanswered(_ db: Database, at now: Date) throws -> (all: Int, late: Int) {
        let counts: (all: Int, late: Int)? = try StoredRow.fetchOne(
            db,
            literal: """
                SELECT count(*) AS number, count(*) FILTER (WHERE due_at <= \(now)) AS late FROM enquiry
                WHERE \(isOpen) AND answered_at IS NULL
                """
        ) { (try $0.value("number"), try $0.value("late")) }
        return counts ?? (0, 0)
    }

    static func today(_ db: Database, _ today: Day, at now: Date) throws -> EnquiriesToday {
        let tomorrow = today.adding(days: 1)
        let most = try Self.slice(db, where: Self.isFor(today), by: Self.byUrgency, .first(EnquiriesToday.most))
        let counts: (appointments: Int, followUps: Int)? = try StoredRow.fetchOne(
            db,
            literal: """
                SELECT
                    count(*) FILTER (WHERE state = 'appointment' AND appointment_at < \(tomorrow)) AS appointments,
                    count(*) FILTER (WHERE state = 'potential' AND follow_up_on < \(tomorrow)) AS follow_ups
                FROM enquiry WHERE \(Self.isOpen)
                """
        ) { (try $0.value("appointments"), try $0.value("follow_ups")) }
        let unanswered = try Self.unanswered(db, at: now)
        return EnquiriesToday(
            rows: most.rows, unanswered: unanswered.all, late: unanswered.late,
            appointments: counts?.appointments ?? 0, secondFollowUps: counts?.followUps ?? 0)
    }
}
