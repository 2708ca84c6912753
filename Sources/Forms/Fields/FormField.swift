/// An element of a form: a typed field, or a definition from data.
public protocol FormField: Sendable {
    var definition: FieldDefinition { get }
}

extension FieldDefinition: FormField {
    public var definition: FieldDefinition { self }
}

/// A field with the type of its value, so that bound values are read without casts.
public struct Field<Value: Sendable>: FormField, Hashable {
    public let definition: FieldDefinition

    init(
        _ name: String, _ kind: FieldKind, required: Bool, label: Label?, hint: Bool, shownWhen: Condition?,
        autocomplete: String? = nil, section: String?
    ) {
        definition = FieldDefinition(
            name: name, kind: kind, label: label, hint: hint ? .key(".\(name).hint") : nil, isRequired: required,
            shownWhen: shownWhen, autocomplete: autocomplete, section: section)
    }
}
