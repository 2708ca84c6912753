extension Field where Value == [BoundRow] {
    /// A table of at most `atMost` rows; required means at least one.
    public static func rows(
        _ name: String, columns: [any FormField], atMost: Int, required: Bool = false, label: Label? = nil,
        hint: Bool = false, shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .rows(columns: columns.map(\.definition), atMost: atMost), required: required, label: label,
            hint: hint, shownWhen: shownWhen, section: section)
    }
}
