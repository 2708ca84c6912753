/// Diff of two versions in one field, for the page of a conflict (UX-4).
public struct FieldDifference: Sendable, Hashable {
    public let field: String
    public let label: Label
    /// Canonical text, with options and rows on separate lines; empty without a value.
    public let mine: String
    public let theirs: String

    public init(field: String, label: Label, mine: String, theirs: String) {
        self.field = field
        self.label = label
        self.mine = mine
        self.theirs = theirs
    }
}

extension BoundForm {
    /// The fields with different values, in the order of the form; secrets are not compared.
    public func differences(from other: BoundForm) -> [FieldDifference] {
        form.fields.compactMap { field in
            let mine = text(of: field)
            let theirs = other.text(of: field)
            guard mine != theirs else { return nil }
            return FieldDifference(field: field.name, label: field.label, mine: mine, theirs: theirs)
        }
    }

    private func text(of field: FieldDefinition) -> String {
        values[field.name].map { field.lines($0).joined(separator: "\n") } ?? ""
    }
}
