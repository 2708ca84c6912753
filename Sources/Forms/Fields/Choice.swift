/// One of the options of a choice.
public struct Choice: Sendable, Hashable {
    public let value: String
    public let label: Label

    public init(value: String, label: Label) {
        self.value = value
        self.label = label
    }

    /// An option whose words stand in the string catalogue below its field: `customer.grade.a`.
    public init(_ value: String) {
        self.init(value: value, label: .key("." + value))
    }

    /// The overall rating from very satisfied to never again (FUP-3); not rated is no option but an empty field.
    public static let ratings = ["5", "4", "3", "2", "1", "0"].map(Choice.init(_:))
}
