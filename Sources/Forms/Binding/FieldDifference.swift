/// A field in which two versions differ, for the page that shows both (UX-4).
public struct FieldDifference: Sendable, Hashable {
    public let field: String
    public let label: Label
    /// Canonical text; options and rows stand on lines of their own. Empty when there is no value.
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
    /// The fields whose values differ, in the order of the form; secrets are not compared.
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
