/// The name of a cell's input: `phones.0.number` is column `number` of row 0 in `phones`.
struct RowName {
    let index: Int
    let column: String

    /// Nil when the name is not a cell of the table, or its row index is not one that pages use.
    init?(_ name: String, table: String) {
        let prefix = table + "."
        guard name.utf8.starts(with: prefix.utf8) else { return nil }
        let rest = Substring(name.utf8.dropFirst(prefix.utf8.count))
        guard let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        guard let index = Int(rest[..<dot]), (0...9999).contains(index), String(index) == rest[..<dot] else {
            return nil
        }
        self.index = index
        column = String(rest[rest.utf8.index(after: dot)...])
    }
}
