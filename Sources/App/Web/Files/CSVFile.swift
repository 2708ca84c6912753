/// A list as spreadsheets open it: UTF-8 with a mark, formulas made harmless (UX-7).
struct CSVFile: Sendable {
    /// The most rows of a file.
    static let limit = 10_000
    let name: String
    let text: String
    /// Without the line of headings.
    let rowCount: Int

    /// - Parameter name: without the ending.
    /// - Parameter rows: at most `limit` of them.
    init<Item>(_ name: String, _ columns: [Column<Item>], _ rows: [Item], _ words: Words) {
        self.name = name + ".csv"
        rowCount = rows.count
        let cells = [columns.map { words($0.heading) }] + rows.map { row in columns.map { $0.cell(row).inFile(words) } }
        text = "\u{FEFF}" + cells.map(Self.line).joined()
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(CSVCell.escaped).joined(separator: ",") + "\r\n"
    }
}

/// One cell of a CSV file.
enum CSVCell {
    /// Quoted where needed; a leading `=`, `+`, `-`, `@` (full-width too, which Chinese spreadsheets take for the same) or
    /// tab is kept from being a formula by an apostrophe.
    static func escaped(_ text: String) -> String {
        var cell = text
        if let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
