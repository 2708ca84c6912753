import Foundation
import Forms

/// Localisation in one language and the company's time zone: sentences with arguments, dates, times (RUN-2, UX-6).
struct Words: Sendable {
    let language: Language
    let zone: TimeZone
    private let sentences: [String: Sentence]

    init(_ language: Language, zone: TimeZone) {
        self.language = language
        self.zone = zone
        sentences = Strings.sentences[language] ?? [:]
    }

    /// The string of a key; a missing key is shown as itself, so that tests and readers notice.
    func callAsFunction(_ key: String, _ arguments: SentenceArguments = [:]) -> String {
        sentences[key]?.filled(arguments) ?? key
    }

    /// The string of a key; nil when it is missing.
    func optional(_ key: String) -> String? { sentences[key]?.text }

    func callAsFunction(_ label: Label) -> String {
        switch label {
        case .key(let key): self(key)
        case .text(let text): text[language]
        case .name(let name): name
        }
    }

    /// 2026年11月22日; in English 22 Nov 2026.
    func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return switch language {
        case .simplified, .traditional: "\(year)年\(month)月\(number)日"
        case .english: "\(number) \(monthName(month)) \(year)"
        }
    }

    /// 2026年11月; in English Nov 2026.
    func month(_ month: Month) -> String {
        switch language {
        case .simplified, .traditional: "\(month.first.year)年\(month.first.month)月"
        case .english: "\(monthName(month.first.month)) \(month.first.year)"
        }
    }

    /// Without the year, for lists of near days.
    func shortDay(_ day: Day) -> String {
        let (_, month, number) = day.civil
        return switch language {
        case .simplified, .traditional: "\(month)月\(number)日"
        case .english: "\(number) \(monthName(month))"
        }
    }

    func weekday(_ day: Day) -> String { self("weekday.\(day.weekday)") }

    /// The first and last day of a window, with the year once.
    func window(_ first: Day, _ last: Day) -> String {
        guard first != last else { return day(first) }
        guard first.year == last.year else { return "\(day(first)) – \(day(last))" }
        switch language {
        case .simplified, .traditional: return "\(day(first)) – \(shortDay(last))"
        case .english: return "\(shortDay(first)) – \(day(last))"
        }
    }

    /// Hours and minutes in the company's time zone.
    func time(_ date: Date) -> String { LocalDateTime(date, in: zone).time.description }

    func dateTime(_ date: Date) -> String { day(Day(date, in: zone)) + " " + time(date) }

    /// ¥1,280.00
    func money(_ money: Money) -> String { "¥" + money.grouped }

    private func monthName(_ month: Int) -> String { self("month.\(month)") }
}
