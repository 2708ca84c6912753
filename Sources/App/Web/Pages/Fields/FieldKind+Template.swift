import Forms

extension FieldKind {
    /// The file in `Templates/fields/` that draws it.
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

    /// Which keyboard a phone shows.
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

    /// The most characters, where there is a most.
    var maximum: Int? {
        switch self {
        case .text(let maximum), .textArea(let maximum): maximum
        case .password(_, let maximum): maximum
        case .number, .money, .date, .dateTime, .phone, .choice, .choices, .flag, .scale, .person, .signature, .rows:
            nil
        }
    }

    /// Whether a field that may stay empty says so; ticks and ratings show it themselves.
    var saysOptional: Bool {
        switch self {
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .choice, .person, .rows: true
        case .choices, .flag, .scale, .signature: false
        }
    }
}
