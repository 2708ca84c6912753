/// A rule between fields, such as an end that must not come before its beginning.
///
/// Rules run even while fields are wrong: what is wrong, empty or hidden reads as nil, and the rule keeps silent.
public struct FormRule: Sendable {
    public let name: String
    let check: @Sendable (BoundForm) -> [FieldError]

    public init(_ name: String, check: @escaping @Sendable (BoundForm) -> [FieldError]) {
        self.name = name
        self.check = check
    }
}
