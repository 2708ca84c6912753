import Forms
import Foundation

/// The list of follow-ups as CSV, as spreadsheets open it: UTF-8 with a mark, formulas made harmless.
struct FollowUpsFile: Sendable {
    /// The most rows of a file.
    static let limit = 10_000
    let name: String
    let text: String

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
        name = "follow-ups-\(follow.today).csv"
        text = "\u{FEFF}" + lines.map { $0.map(CSVCell.escaped).joined(separator: ",") + "\r\n" }.joined()
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
