extension FieldReader {
    func money(upTo most: Money) -> Reading {
        let text = TypedText.oneLine(typed)
        guard !text.isEmpty else { return .empty }
        switch MoneySpelling.read(text) {
        case .amount(let money) where money <= most: return .value(.money(money))
        case .amount, .tooLarge: return .wrong(.amountTooLarge(field.name, most: most))
        case .negative: return .wrong(.negativeAmount(field.name))
        case .tooManyDecimals: return .wrong(.tooManyDecimals(field.name))
        case .notAnAmount: return .wrong(.notAnAmount(field.name))
        }
    }

    /// A signature is written by the page's script; an untouched pad is an empty field.
    func signature() -> Reading {
        guard !typed.isEmpty else { return .empty }
        switch Signature.read(typed) {
        case .signature(let signature): return .value(.signature(signature))
        case .blank: return .empty
        case .tooLittle: return .wrong(FieldError(field: field.name, code: "too-little-ink"))
        case .notASignature: return .wrong(FieldError(field: field.name, code: "not-a-signature"))
        }
    }
}
