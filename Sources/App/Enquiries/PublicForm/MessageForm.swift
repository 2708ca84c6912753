import Forms

/// The public form of an enquiry or a complaint (WEB-1).
enum MessageForm {
    static let words = Field<String>.textArea("words", maximum: 2_000, required: true)
    static let isUrgent = Field<Bool>.flag("urgent")
    static let name = Field<String>.text("name", maximum: 60, required: true, autocomplete: "name")
    static let phone = Field<PhoneNumber>.phone("phone", required: true, autocomplete: "tel")
    static let address = Field<String>.text("address", maximum: 200, hint: true, autocomplete: "address-line1")

    static func form(_ kind: MessageKind) -> Form {
        switch kind {
        case .enquiry: Form(kind.rawValue, [words, name, phone, address], rules: [ownNumber])
        case .complaint: Form(kind.rawValue, [words, isUrgent, name, phone, address], rules: [ownNumber])
        }
    }

    /// Rule: a service number such as 12345 cannot be called back.
    private static let ownNumber = FormRule("a number of one's own") { bound in
        bound[phone].map { $0.isService ? [.notAPhone("phone")] : [] } ?? []
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func message(_ bound: BoundForm) -> Message? {
        guard bound.isValid, let words = bound[words], let name = bound[name], let phone = bound[phone] else {
            return nil
        }
        return Message(
            name: name, phone: phone, address: bound[address] ?? "", words: words, isUrgent: bound[isUrgent] ?? false)
    }
}
