extension FieldReader {
    func text(_ text: String, maximum: Int) -> Reading {
        guard !text.isEmpty else { return .empty }
        let length = TypedText.length(text)
        guard length <= maximum else { return .wrong(.tooLong(field.name, maximum: maximum, actual: length)) }
        return .value(.text(text))
    }

    /// A password keeps its spaces and is only normalised to NFC, since keyboards compose accents differently.
    func password(minimum: Int, maximum: Int) -> Reading {
        let password = TypedText.composed(typed)
        guard !password.isEmpty else { return .empty }
        guard !password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .wrong(.controlCharacter(field.name))
        }
        let length = TypedText.length(password)
        guard length <= maximum else { return .wrong(.tooLong(field.name, maximum: maximum, actual: length)) }
        guard password.count >= minimum else {
            return .wrong(.tooShort(field.name, minimum: minimum, actual: password.count))
        }
        return .value(.text(password))
    }

    func phone() -> Reading {
        let text = TypedText.oneLine(typed)
        guard !text.isEmpty else { return .empty }
        if let phone = PhoneNumber(typed: text) { return .value(.phone(phone)) }
        return .wrong(PhoneNumber.isSeveral(text) ? .severalPhones(field.name) : .notAPhone(field.name))
    }
}
