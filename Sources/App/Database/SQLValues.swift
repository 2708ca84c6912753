import Forms
import GRDB

/// Days are stored as text, `2026-11-22`, so that they sort and read as dates.
extension Day: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap(Day.init)
    }
}

/// Agreed times are stored as the company's clocks show them, `2026-11-22T09:30`.
extension LocalDateTime: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> LocalDateTime? {
        String.fromDatabaseValue(value).flatMap(LocalDateTime.init)
    }
}
