import Forms
import Foundation
import Hummingbird

/// A list as spreadsheets open it: UTF-8 with a mark, formulas made harmless (UX-7).
struct CSVFile: Sendable {
    /// The most rows of a file.
    static let limit = 10_000
    let name: String
    let text: String

    /// - Parameter name: without the ending.
    /// - Parameter rows: at most `limit` of them, each with a cell for each column.
    init(_ name: String, columns: [String], rows: [[String]]) {
        self.name = name + ".csv"
        text = "\u{FEFF}" + ([columns] + rows).map(Self.line).joined()
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(CSVCell.escaped).joined(separator: ",") + "\r\n"
    }

    /// A moment as spreadsheets read it: 2026-11-24 14:00.
    static func moment(_ date: Date, _ words: Words) -> String {
        let local = LocalDateTime(date, in: words.zone)
        return "\(local.day) \(local.time)"
    }

    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
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
