import Forms
import Foundation

/// The value of a list's cell, formatted for people on a page and for spreadsheets in a file.
enum ListCell: Sendable {
    case text(String)
    /// The number by which people refer to a thing; it never wraps.
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

    /// The text in a file: days as 2026-11-24, times as 2026-11-24 14:00.
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
