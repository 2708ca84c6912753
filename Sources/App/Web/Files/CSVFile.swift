import Hummingbird

/// A list as spreadsheets open it: UTF-8 with a mark, formulas made harmless (UX-7). It is whole, or says what it lacks.
struct CSVFile: Sendable {
    /// The maximum number of rows; what is more is told by the last line and by the name.
    static let limit = 10_000
    let name: String
    let text: String
    /// Without the line of headings.
    let rowCount: Int

    /// - Parameter name: without the extension.
    init<Item>(_ name: String, _ columns: [Column<Item>], _ list: ListSlice<Item>, _ words: Words) {
        let rows = list.rows
        self.name = list.isMore ? "\(name)-first-\(rows.count).csv" : name + ".csv"
        rowCount = rows.count
        let headings = [columns.map { words($0.heading) }]
        let cells = rows.map { row in columns.map { $0.cell(row).inFile(words) } }
        let rest = list.isMore ? [[words("form.file-goes-on", ["count": String(rows.count)])]] : []
        text = "\u{FEFF}" + (headings + cells + rest).map(Self.line).joined()
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
        // A number of a device or a telephone is shown as 1.39E+10, and loses its zeros, unless a tab stands before it.
        if isLongNumber(text) { return "\t" + text }
        var cell = text
        if let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private static func isLongNumber(_ text: String) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.utf8.count > 1, text.utf8.allSatisfy(digits.contains) else { return false }
        return text.utf8.count >= 11 || text.utf8.first == UInt8(ascii: "0")
    }
}
