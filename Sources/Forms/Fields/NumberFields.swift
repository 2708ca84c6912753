extension Field where Value == Int {
    /// A whole number.
    public static func number(
        _ name: String, _ range: ClosedRange<Int>, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .number(range), required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }
}

extension Field where Value == Day {
    /// A date.
    public static func date(
        _ name: String, _ range: ClosedRange<Day> = .years(1990...2099), required: Bool = false, label: Label? = nil,
        hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .date(range), required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }
}

extension Field where Value == LocalDateTime {
    /// A date and a time.
    public static func dateTime(
        _ name: String, _ range: ClosedRange<Day> = .years(1990...2099), required: Bool = false, label: Label? = nil,
        hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .dateTime(range), required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }
}
