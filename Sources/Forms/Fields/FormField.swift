/// What a form can be made of: typed fields and definitions read from data.
public protocol FormField: Sendable {
    var definition: FieldDefinition { get }
}

extension FieldDefinition: FormField {
    public var definition: FieldDefinition { self }
}

/// A field together with the type of its value, so that what was bound is read without casting.
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
