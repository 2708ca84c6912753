extension Field where Value == String {
    /// Single choice.
    public static func choice(
        _ name: String, _ choices: [Choice] = [], required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .choice(choices), required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }

    /// A rating; empty when not rated.
    public static func scale(
        _ name: String, _ choices: [Choice] = Choice.ratings, required: Bool = false, label: Label? = nil,
        hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .scale(choices), required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }

    /// A member of staff; the options are set when the form is shown.
    public static func person(
        _ name: String, _ choices: [Choice] = [], required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .person(choices), required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }
}

extension Field where Value == [String] {
    /// Multiple choice.
    public static func choices(
        _ name: String, _ choices: [Choice] = [], required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .choices(choices), required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }
}

extension Field where Value == Bool {
    /// Yes or no; a required flag accepts only yes.
    public static func flag(
        _ name: String, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .flag, required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }
}
