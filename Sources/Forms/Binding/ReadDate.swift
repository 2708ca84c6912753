extension FieldReader {
    func date(_ range: ClosedRange<Day>) -> Reading {
        let text = TypedText.oneLine(typed)
        guard !text.isEmpty else { return .empty }
        guard let day = Day(typed: text, today: today, within: range) else { return .wrong(.notADate(field.name)) }
        guard range.contains(day) else { return .wrong(.dateOutOfRange(field.name, range)) }
        return .value(.day(day))
    }

    /// A date without a time, or a time without a date, is an error, not empty; both halves may have errors at once.
    func dateTime(_ range: ClosedRange<Day>) -> Reading {
        let dateText = TypedText.oneLine(typed(field.dateInput))
        let timeText = TypedText.oneLine(typed(field.timeInput))
        if dateText.isEmpty && timeText.isEmpty { return .empty }
        let day = Day(typed: dateText, today: today, within: range)
        let time = TimeOfDay(typed: timeText)
        if let day, let time, range.contains(day) { return .value(.dateTime(LocalDateTime(day: day, time: time))) }
        var errors: [FieldError] = []
        if let day {
            if !range.contains(day) { errors.append(.dateOutOfRange(field.name, range)) }
        } else {
            errors.append(.notADate(field.name))
        }
        if time == nil { errors.append(.notATime(field.name)) }
        return .wrong(errors)
    }
}
