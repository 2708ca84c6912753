/// The words that name a thing to people.
///
/// A key that starts with a dot belongs to the thing it stands in: `.phone` in the form `customer` is `customer.phone`.
public enum Label: Sendable, Hashable {
    /// A key of the string catalogue.
    case key(String)
    /// A text of a rulebook.
    case text(LocalizedText)
    /// Data that is the same in every language, such as a person's name.
    case name(String)

    func within(_ owner: String) -> Label {
        switch self {
        case .key(let key) where key.hasPrefix("."): .key(owner + key)
        case .key, .text, .name: self
        }
    }
}
