import Forms
import GRDB

/// Human-readable numbers, counted per day: WT20261124-01, then WT20261124-02.
enum DailyNumber {
    enum Table: String {
        case issue, feedback, enquiry
        case workOrder = "work_order"
    }

    /// - Parameter prefix: two letters for the kind of thing.
    static func next(_ db: Database, _ prefix: String, of table: Table, on day: Day) throws -> String {
        let prefix = prefix + day.description.replacing("-", with: "") + "-"
        let last = try Int.fetchOne(
            db,
            cached: """
                SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM \(table.rawValue)
                WHERE number >= ? AND number < ?
                """,
            arguments: [prefix.count + 1, prefix, prefix + ":"])
        let next = String((last ?? 0) + 1)
        return prefix + (next.count < 2 ? "0" + next : next)
    }
}
