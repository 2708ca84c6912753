import GRDB

/// Typed id: the id of a visit cannot be passed for the id of a work order.
struct ID<Thing>: Hashable, Sendable {
    /// The row's key in the database.
    let number: Int

    init(_ number: Int) { self.number = number }
}

extension ID: Comparable {
    static func < (one: ID, other: ID) -> Bool { one.number < other.number }
}

extension ID: LosslessStringConvertible {
    /// - Returns: nil when the text is not a positive number, such as a word typed into the address.
    init?(_ text: String) {
        guard text.utf8.count <= 18, let number = Int(text) else { return nil }
        self.number = number
    }

    var description: String { String(number) }
}

extension ID: Codable {
    init(from decoder: any Decoder) throws { number = try decoder.singleValueContainer().decode(Int.self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension ID: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { number.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> ID? { Int.fromDatabaseValue(value).map { ID($0) } }
}

extension Database {
    /// The id of the row that this transaction inserted last.
    func lastInsertedID<Thing>() -> ID<Thing> { ID(Int(lastInsertedRowID)) }
}

extension Array {
    /// Ids as one argument, for `json_each(?)`: however many there are, the statement stays the same.
    func json<Thing>() -> String where Element == ID<Thing> {
        "[" + map { String($0.number) }.joined(separator: ",") + "]"
    }
}
