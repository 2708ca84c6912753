import Foundation
import GRDB

/// The statements on sealed feedback content; no other file selects these columns.
enum FeedbackContentStore {
    /// Maximum additions by a customer.
    private static let mostAdditions = 20

    static func insert(_ db: Database, _ content: FeedbackContent, of id: Feedback.ID) throws {
        try db.execute(
            cached: """
                INSERT INTO feedback_content (feedback_id, ratings, recommends, problems, suggestions, wants_call,
                    call_when) VALUES (:feedback, :ratings, :recommends, :problems, :suggestions, :wantsCall, :callWhen)
                """,
            arguments: [
                "feedback": id, "ratings": try ratings(content), "recommends": content.recommends?.rawValue,
                "problems": content.problems, "suggestions": content.suggestions, "wantsCall": content.wantsCall,
                "callWhen": content.callWhen,
            ])
    }

    /// Deterministic: equal ratings have equal texts.
    private static func ratings(_ content: FeedbackContent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let ratings = Dictionary(content.ratings.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        return String(decoding: try encoder.encode(ratings), as: UTF8.self)
    }

    static func fetch(_ db: Database, _ id: Feedback.ID) throws -> FeedbackContent? {
        try StoredRow.fetchOne(db, cached: "SELECT * FROM feedback_content WHERE feedback_id = ?", arguments: [id]) {
            row in
            let stored = try JSONDecoder().decode([String: Int].self, from: Data((row.value("ratings") as String).utf8))
            let ratings = try stored.map { name, rating in
                guard let aspect = FeedbackAspect(rawValue: name) else {
                    throw UnreadableValue(column: "ratings", found: .text)
                }
                return (aspect, rating)
            }
            return FeedbackContent(
                ratings: Dictionary(ratings) { first, _ in first },
                recommends: try row.value("recommends"),
                problems: try row.value("problems"),
                suggestions: try row.value("suggestions"), wantsCall: try row.value("wants_call"),
                callWhen: try row.value("call_when"))
        }
    }

    /// - Returns: false when the maximum is reached.
    static func add(_ db: Database, _ words: String, to id: Feedback.ID, at now: Date) throws -> Bool {
        let count =
            try Int.fetchOne(
                db, cached: "SELECT count(*) FROM feedback_addition WHERE feedback_id = ?", arguments: [id]) ?? 0
        guard count < mostAdditions else { return false }
        try db.execute(
            cached: "INSERT INTO feedback_addition (feedback_id, number, words, added_at) VALUES (?, ?, ?, ?)",
            arguments: [id, count + 1, words, now])
        return true
    }

    static func fetchAdditions(_ db: Database, _ id: Feedback.ID) throws -> [FeedbackAddition] {
        try StoredRow.fetchAll(
            db, cached: "SELECT words, added_at FROM feedback_addition WHERE feedback_id = ? ORDER BY number",
            arguments: [id]
        ) { FeedbackAddition(words: try $0.value("words"), at: try $0.value("added_at")) }
    }
}
