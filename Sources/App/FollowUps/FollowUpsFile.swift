import Forms
import Foundation
import Hummingbird

/// The list of follow-ups as CSV, as spreadsheets open it: UTF-8 with a mark, formulas made harmless.
struct FollowUpsFile: Sendable {
    /// The most rows of a file.
    static let limit = 10_000
    let response: Response

    init(_ followUps: [FollowUp], words follow: FollowUpWords) {
        let words = follow.words
        let columns = ["customer", "project", "stage", "channel", "opens", "closes", "done", "agent", "state"]
        var lines = [columns.map { words("follow-ups.column.\($0)") }]
        for one in followUps {
            lines.append([
                one.customerName, one.projectNumber, follow.stage(one.stage), follow.channel(one.channel),
                one.opens.description, one.closes.description, one.doneOn?.description ?? "", one.agentName,
                words("follow-up.state.\(one.state(on: follow.today).rawValue)"),
            ])
        }
        let text = "\u{FEFF}" + lines.map { $0.map(CSVCell.escaped).joined(separator: ",") + "\r\n" }.joined()
        response = Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"follow-ups-\(follow.today).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// One cell of a CSV file.
enum CSVCell {
    /// Quoted where needed; a leading `=`, `+`, `-`, `@` or tab is kept from being a formula by an apostrophe.
    static func escaped(_ text: String) -> String {
        var cell = text
        if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
