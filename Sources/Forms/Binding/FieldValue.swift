/// Parsed value of a field: normalised and valid.
public enum FieldValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case money(Money)
    case day(Day)
    case dateTime(LocalDateTime)
    case phone(PhoneNumber)
    case choice(String)
    case choices([String])
    case flag(Bool)
    case signature(Signature)
    case rows([[String: FieldValue]])

    /// The value in the type of its `Field`.
    var content: any Sendable {
        switch self {
        case .text(let text), .choice(let text): text
        case .number(let number): number
        case .money(let money): money
        case .day(let day): day
        case .dateTime(let dateTime): dateTime
        case .phone(let phone): phone
        case .choices(let values): values
        case .flag(let flag): flag
        case .signature(let signature): signature
        case .rows(let rows): rows.map(BoundRow.init(values:))
        }
    }

    /// The canonical texts of any value but a table, whose cells have their own.
    public var texts: [String] {
        switch self {
        case .text(let text), .choice(let text): [text]
        case .number(let number): [String(number)]
        case .money(let money): [money.description]
        case .day(let day): [day.description]
        case .dateTime(let dateTime): [dateTime.description]
        case .phone(let phone): [phone.canonical]
        case .choices(let values): values
        case .flag(let flag): [flag ? "yes" : "no"]
        case .signature(let signature): [signature.description]
        case .rows: []
        }
    }
}
