/// All kinds of fields; maximum lengths count characters as people see them (grapheme clusters).
public enum FieldKind: Sendable, Hashable {
    case text(maximum: Int)
    case textArea(maximum: Int)
    case password(minimum: Int, maximum: Int)
    case number(ClosedRange<Int>)
    /// An amount in yuan and fen.
    case money(upTo: Money)
    case date(ClosedRange<Day>)
    /// Two inputs, `name.date` and `name.time`.
    case dateTime(ClosedRange<Day>)
    case phone
    case choice([Choice])
    case choices([Choice])
    case flag
    /// A rating; empty means not rated, which is not a rating.
    case scale([Choice])
    /// A member of staff.
    case person([Choice])
    /// Drawn on a pad; the script writes its strokes into one input.
    case signature
    /// A table; column `number` of the first row has the input `name.0.number`.
    case rows(columns: [FieldDefinition], atMost: Int)

    /// The options; empty for kinds without any.
    public var choices: [Choice] {
        switch self {
        case .choice(let choices), .choices(let choices), .scale(let choices), .person(let choices): choices
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature, .rows: []
        }
    }

    func offering(_ choices: [Choice]) -> FieldKind {
        switch self {
        case .choice: .choice(choices)
        case .choices: .choices(choices)
        case .scale: .scale(choices)
        case .person: .person(choices)
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature, .rows: self
        }
    }

    /// The kind with the label keys of its options and columns completed under `owner`, the key of its field.
    func within(_ owner: String) -> FieldKind {
        switch self {
        case .rows(let columns, let atMost): .rows(columns: columns.map { $0.within(owner) }, atMost: atMost)
        case .choice, .choices, .scale, .person:
            offering(choices.map { Choice(value: $0.value, label: $0.label.within(owner)) })
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature: self
        }
    }
}
