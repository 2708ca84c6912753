/// Declaration of a field; page, binding, import and documentation are derived from it.
public struct FieldDefinition: Sendable, Hashable {
    public let name: String
    public private(set) var kind: FieldKind
    public private(set) var label: Label
    public private(set) var hint: Label?
    public let isRequired: Bool
    public let shownWhen: Condition?
    /// The value of HTML's `autocomplete` attribute.
    public let autocomplete: String?
    /// The section of the form.
    public let section: String?

    /// Label and hint default to keys of the string catalogue: `customer.name`, `customer.name.hint`.
    public init(
        name: String, kind: FieldKind, label: Label? = nil, hint: Label? = nil, isRequired: Bool = false,
        shownWhen: Condition? = nil, autocomplete: String? = nil, section: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.label = label ?? .key("." + name)
        self.hint = hint
        self.isRequired = isRequired
        self.shownWhen = shownWhen
        self.autocomplete = autocomplete
        self.section = section
    }

    /// The field with its label keys completed under `owner`, the name of its form or the key of its table.
    func within(_ owner: String) -> FieldDefinition {
        var field = self
        field.label = label.within(owner)
        field.hint = hint?.within(owner)
        field.kind = kind.within("\(owner).\(name)")
        return field
    }

    /// The field with these options if `path` is its name, or `table.column` of one of its columns.
    func offering(_ choices: [Choice], for path: String) -> FieldDefinition {
        var field = self
        if path == name {
            field.kind = kind.offering(choices)
        } else if case .rows(let columns, let atMost) = kind, path.hasPrefix(name + ".") {
            let column = String(path.dropFirst(name.count + 1))
            field.kind = .rows(columns: columns.map { $0.offering(choices, for: column) }, atMost: atMost)
        }
        return field
    }
}
