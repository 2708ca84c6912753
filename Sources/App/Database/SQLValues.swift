import Forms
import GRDB

/// Days are stored as ISO text, `2026-11-22`, which sorts by date.
extension Day: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap(Day.init)
    }
}

/// Appointments are stored in the company's local time, `2026-11-22T09:30`.
extension LocalDateTime: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> LocalDateTime? {
        String.fromDatabaseValue(value).flatMap(LocalDateTime.init)
    }
}

/// Amounts are stored as integers, in fen.
extension Money: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { fen.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Money? {
        Int.fromDatabaseValue(value).flatMap { Money(fen: $0) }
    }
}

/// Phone numbers are stored as digits with their grouping.
extension PhoneNumber: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { canonical.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> PhoneNumber? {
        String.fromDatabaseValue(value).flatMap { PhoneNumber(stored: $0) }
    }
}

/// Signatures are stored as the text of their strokes.
extension Signature: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Signature? {
        String.fromDatabaseValue(value).flatMap { Signature($0) }
    }
}
