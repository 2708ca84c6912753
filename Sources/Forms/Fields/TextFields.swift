extension Field where Value == String {
    /// A single line of at most `maximum` characters.
    public static func text(
        _ name: String, maximum: Int, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .text(maximum: maximum), required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }

    /// Multiple lines of at most `maximum` characters in all.
    public static func textArea(
        _ name: String, maximum: Int, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .textArea(maximum: maximum), required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }

    /// A secret: never shown again, and not stored with the other values.
    public static func password(
        _ name: String, minimum: Int, maximum: Int, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .password(minimum: minimum, maximum: maximum), required: required, label: label, hint: hint,
            shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }
}

extension Field where Value == PhoneNumber {
    /// A telephone number.
    public static func phone(
        _ name: String, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .phone, required: required, label: label, hint: hint, shownWhen: shownWhen,
            autocomplete: autocomplete, section: section)
    }
}
