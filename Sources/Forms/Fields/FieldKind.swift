/// Every kind of field there is; maxima of texts count characters as people see them.
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
    /// A rating; left empty it means not rated, which is no rating at all.
    case scale([Choice])
    /// One of the staff.
    case person([Choice])
    /// Drawn on a pad; the page keeps its strokes in one input.
    case signature
    /// A table; the input of the first row's column `number` is `name.0.number`.
    case rows(columns: [FieldDefinition], atMost: Int)

    /// The options, of kinds that have them.
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

    /// The kind with the labels of its options and columns completed below `owner`, the key of its field.
    func within(_ owner: String) -> FieldKind {
        switch self {
        case .rows(let columns, let atMost): .rows(columns: columns.map { $0.within(owner) }, atMost: atMost)
        case .choice, .choices, .scale, .person:
            offering(choices.map { Choice(value: $0.value, label: $0.label.within(owner)) })
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature: self
        }
    }
}
