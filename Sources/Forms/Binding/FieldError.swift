/// Validation error: the field, a code for the string catalogue, and the arguments of its sentence.
public struct FieldError: Sendable, Hashable {
    /// The name of the field, or of a table's cell: `phones.1.number`.
    public let field: String
    public let code: String
    public let arguments: [String: String]

    public init(field: String, code: String, arguments: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.arguments = arguments
    }

    func inRow(_ row: String) -> FieldError {
        FieldError(field: "\(row).\(field)", code: code, arguments: arguments)
    }
}

/// The error codes of fields; form rules may use them and have others.
extension FieldError {
    public static func required(_ field: String) -> FieldError { FieldError(field: field, code: "required") }
    public static func notANumber(_ field: String) -> FieldError { FieldError(field: field, code: "not-a-number") }
    public static func notADate(_ field: String) -> FieldError { FieldError(field: field, code: "not-a-date") }
    public static func notATime(_ field: String) -> FieldError { FieldError(field: field, code: "not-a-time") }
    public static func notAPhone(_ field: String) -> FieldError { FieldError(field: field, code: "not-a-phone") }
    public static func severalPhones(_ field: String) -> FieldError { FieldError(field: field, code: "several-phones") }
    public static func notAnOption(_ field: String) -> FieldError { FieldError(field: field, code: "not-an-option") }
    public static func notAnAmount(_ field: String) -> FieldError { FieldError(field: field, code: "not-an-amount") }
    public static func negativeAmount(_ field: String) -> FieldError {
        FieldError(field: field, code: "negative-amount")
    }
    public static func tooManyDecimals(_ field: String) -> FieldError {
        FieldError(field: field, code: "too-many-decimals")
    }
    public static func amountTooLarge(_ field: String, most: Money) -> FieldError {
        FieldError(field: field, code: "amount-too-large", arguments: ["most": most.grouped])
    }
    public static func controlCharacter(_ field: String) -> FieldError {
        FieldError(field: field, code: "control-character")
    }

    public static func tooLong(_ field: String, maximum: Int, actual: Int) -> FieldError {
        FieldError(field: field, code: "too-long", arguments: ["maximum": "\(maximum)", "actual": "\(actual)"])
    }

    public static func tooShort(_ field: String, minimum: Int, actual: Int) -> FieldError {
        FieldError(field: field, code: "too-short", arguments: ["minimum": "\(minimum)", "actual": "\(actual)"])
    }

    public static func tooMany(_ field: String, maximum: Int, actual: Int) -> FieldError {
        FieldError(field: field, code: "too-many", arguments: ["maximum": "\(maximum)", "actual": "\(actual)"])
    }

    public static func outOfRange(_ field: String, _ range: ClosedRange<Int>) -> FieldError {
        let arguments = ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"]
        return FieldError(field: field, code: "out-of-range", arguments: arguments)
    }

    public static func dateOutOfRange(_ field: String, _ range: ClosedRange<Day>) -> FieldError {
        let arguments = ["earliest": "\(range.lowerBound)", "latest": "\(range.upperBound)"]
        return FieldError(field: field, code: "date-out-of-range", arguments: arguments)
    }
}
