/// Result of reading a field's inputs.
enum Reading {
    case empty
    case value(FieldValue)
    case wrong([FieldError])

    static func wrong(_ error: FieldError) -> Reading { .wrong([error]) }
}

/// Parses one field's input, whether the field is visible or not.
struct FieldReader {
    let field: FieldDefinition
    let entered: [String: [String]]
    let today: Day

    func read() -> Reading {
        switch field.kind {
        case .text(let maximum): text(TypedText.oneLine(typed), maximum: maximum)
        case .textArea(let maximum): text(TypedText.lines(typed), maximum: maximum)
        case .password(let minimum, let maximum): password(minimum: minimum, maximum: maximum)
        case .number(let range): number(range)
        case .money(let most): money(upTo: most)
        case .date(let range): date(range)
        case .dateTime(let range): dateTime(range)
        case .phone: phone()
        case .choice(let choices), .scale(let choices), .person(let choices): choice(choices)
        case .choices(let choices): self.choices(choices)
        case .flag: flag()
        case .signature: signature()
        case .rows(let columns, let atMost): rows(columns, atMost: atMost)
        }
    }

    /// The raw text of the field's own input; of repeated inputs, which no page of ours sends, the first counts.
    var typed: String {
        typed(field.name)
    }

    func typed(_ input: String) -> String {
        entered[input]?.first ?? ""
    }
}
