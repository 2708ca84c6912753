/// Label of a field or an option.
///
/// A key that starts with a dot is relative: `.phone` in the form `customer` is `customer.phone`.
public enum Label: Sendable, Hashable {
    /// A key of the string catalogue.
    case key(String)
    /// A text from a rulebook.
    case text(LocalizedText)
    /// The same text in every language, such as a person's name.
    case name(String)

    func within(_ owner: String) -> Label {
        switch self {
        case .key(let key) where key.hasPrefix("."): .key(owner + key)
        case .key, .text, .name: self
        }
    }
}
