import Hummingbird

/// A list as spreadsheets open it: UTF-8 with a mark, formulas made harmless (UX-7).
struct CSVFile: Sendable {
    /// The maximum number of rows.
    static let limit = 10_000
    let name: String
    let text: String
    /// Without the line of headings.
    let rowCount: Int

    /// - Parameter name: without the extension.
    /// - Parameter rows: at most `limit` of them.
    init<Item>(_ name: String, _ columns: [Column<Item>], _ rows: [Item], _ words: Words) {
        self.name = name + ".csv"
        rowCount = rows.count
        let cells = [columns.map { words($0.heading) }] + rows.map { row in columns.map { $0.cell(row).inFile(words) } }
        text = "\u{FEFF}" + cells.map(Self.line).joined()
    }

    /// The file as an answer, the only one there is: an export is written down before it is sent (ACC-7).
    /// - Parameter note: given the number of rows.
    func response(noting note: (Int) async throws -> Void) async throws -> Response {
        try await note(rowCount)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(CSVCell.escaped).joined(separator: ",") + "\r\n"
    }
}

/// One cell of a CSV file.
enum CSVCell {
    /// Quoted where needed. An apostrophe stops a leading `=`, `+`, `-`, `@` (also full-width, which Chinese
    /// spreadsheets treat alike) or tab from starting a formula.
    static func escaped(_ text: String) -> String {
        var cell = text
        if let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
