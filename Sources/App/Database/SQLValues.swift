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

/// Amounts are stored in fen.
extension Money: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { fen.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Money? {
        Int.fromDatabaseValue(value).flatMap { Money(fen: $0) }
    }
}

/// Numbers are stored as they are dialled and grouped.
extension PhoneNumber: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { canonical.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> PhoneNumber? {
        String.fromDatabaseValue(value).flatMap { PhoneNumber(stored: $0) }
    }
}

/// Strokes are stored as their text.
extension Signature: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Signature? {
        String.fromDatabaseValue(value).flatMap { Signature($0) }
    }
}
