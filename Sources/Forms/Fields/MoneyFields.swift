extension Field where Value == Money {
    /// An amount in yuan and fen, from zero to `most`.
    public static func money(
        _ name: String, upTo most: Money = .most, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .money(upTo: most), required: required, label: label, hint: hint, shownWhen: shownWhen,
            section: section)
    }
}

extension Field where Value == Signature {
    /// A signature, drawn with a finger, a pen or a mouse.
    public static func signature(
        _ name: String, required: Bool = false, label: Label? = nil, hint: Bool = false,
        shownWhen: Condition? = nil, section: String? = nil
    ) -> Self {
        Self(
            name, .signature, required: required, label: label, hint: hint, shownWhen: shownWhen, section: section)
    }
}
