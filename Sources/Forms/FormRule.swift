/// Cross-field validation, such as an end that must not be before its start.
///
/// Rules run even while fields have errors: an invalid, empty or hidden field reads as nil, and then the rule reports
/// nothing.
public struct FormRule: Sendable {
    public let name: String
    let check: @Sendable (BoundForm) -> [FieldError]

    public init(_ name: String, check: @escaping @Sendable (BoundForm) -> [FieldError]) {
        self.name = name
        self.check = check
    }
}
