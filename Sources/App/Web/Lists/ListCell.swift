import Forms
import Foundation

/// What stands in one cell of a list, written on a page as people read it and in a file as spreadsheets do.
enum ListCell: Sendable {
    case text(String)
    /// By which people call a thing; it is never broken into two lines.
    case number(String)
    case day(Day?)
    case moment(Date?)
    case isTrue(Bool)

    var isNumber: Bool { if case .number = self { true } else { false } }

    func onPage(_ words: Words) -> String {
        switch self {
        case .text(let text), .number(let text): text
        case .day(let day): day.map(words.day) ?? ""
        case .moment(let date): date.map(words.dateTime) ?? ""
        case .isTrue(let isTrue): words(isTrue ? "form.yes" : "form.no")
        }
    }

    /// Days and moments as 2026-11-24 and 2026-11-24 14:00.
    func inFile(_ words: Words) -> String {
        switch self {
        case .text, .number, .isTrue: return onPage(words)
        case .day(let day): return day?.description ?? ""
        case .moment(let date):
            let local = date.map { LocalDateTime($0, in: words.zone) }
            return local.map { "\($0.day) \($0.time)" } ?? ""
        }
    }
}
