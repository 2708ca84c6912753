/// One option of a choice field.
public struct Choice: Sendable, Hashable {
    public let value: String
    public let label: Label

    public init(value: String, label: Label) {
        self.value = value
        self.label = label
    }

    /// An option whose label is in the string catalogue under its field: `customer.grade.a`.
    public init(_ value: String) {
        self.init(value: value, label: .key("." + value))
    }

    /// The overall rating from very satisfied to never again (FUP-3); not rated is an empty field, not an option.
    public static let ratings = ["5", "4", "3", "2", "1", "0"].map(Choice.init(_:))
}
