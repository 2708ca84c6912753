import Forms

extension FieldKind {
    /// The field's template in `Templates/fields/`.
    var templateName: String {
        switch self {
        case .text: "text"
        case .textArea: "textarea"
        case .password: "password"
        case .number: "number"
        case .money: "money"
        case .date: "date"
        case .dateTime: "datetime"
        case .phone: "phone"
        case .choice: "choice"
        case .choices: "choices"
        case .flag: "flag"
        case .scale: "scale"
        case .person: "person"
        case .signature: "signature"
        case .rows: "rows"
        }
    }

    /// The `inputmode`: which keyboard a phone shows.
    var inputMode: String? {
        switch self {
        case .number: "numeric"
        case .money: "decimal"
        case .phone: "tel"
        case .text, .textArea, .password, .date, .dateTime, .choice, .choices, .flag, .scale, .person, .signature,
            .rows:
            nil
        }
    }

    /// The maximum length, if there is one.
    var maximum: Int? {
        switch self {
        case .text(let maximum), .textArea(let maximum): maximum
        case .password(_, let maximum): maximum
        case .number, .money, .date, .dateTime, .phone, .choice, .choices, .flag, .scale, .person, .signature, .rows:
            nil
        }
    }

    /// Whether an optional field is marked so; ticks and ratings show it themselves.
    var saysOptional: Bool {
        switch self {
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .choice, .person, .rows: true
        case .choices, .flag, .scale, .signature: false
        }
    }
}
