import Forms

/// What the address of a list asks for: its filter is a form that is sent with GET (UX-7).
///
/// Addresses are edited by hand and cut by programs: what a field does not understand reads as nothing.
struct ListQuery: Sendable {
    let path: String
    let filter: BoundForm
    let part: ListPart

    /// The field that a list is sorted by, where it has one: an order leaves nothing out.
    static let order = "order"
    static let noFilter = Form("no-filter", [])

    /// - Parameter items: of the address; of a name that stands there twice, the first value.
    init(_ path: String, _ form: Form, _ items: [String: String], today: Day) {
        self.init(path, form.bind(Self.cut(items, form), today: today), .page(Self.page(items["page"])))
    }

    private init(_ path: String, _ filter: BoundForm, _ part: ListPart) {
        self.path = path
        self.filter = filter
        self.part = part
    }

    /// The same list as a file takes it, whatever page was looked at.
    var asFile: ListQuery { ListQuery(path, filter, .file) }

    subscript<Value>(field: Field<Value>) -> Value? { filter[field] }

    /// The chosen option as the case that it names.
    func choice<Value: RawRepresentable<String>>(_ field: Field<String>) -> Value? {
        filter[field].flatMap(Value.init(rawValue:))
    }

    /// Whether a list that is empty may only seem so.
    var isNarrowed: Bool { part.offset > 0 || items.contains { $0.0 != Self.order } }

    /// What the address says of the filter, in the order of its fields.
    var items: [(String, String)] { items(with: [:]) }

    /// Another page of the same list.
    func href(page: Int) -> String {
        Paths.with(path, items + [("page", page > 1 ? String(page) : "")])
    }

    /// The list from its first page on, with other values in some fields; an empty one leaves its field open.
    func href(with changes: [String: String] = [:]) -> String { Paths.with(path, items(with: changes)) }

    /// The whole list as a file (ACC-7).
    var fileHref: String { Paths.with(path + ".csv", items) }

    private func items(with changes: [String: String]) -> [(String, String)] {
        filter.form.fields.flatMap { field in
            (changes[field.name].map { [$0] } ?? texts(of: field)).map { (field.name, $0) }
        }
    }

    private func texts(of field: FieldDefinition) -> [String] {
        // A box that is not ticked sends nothing, and is bound as no.
        guard let value = filter.values[field.name], value != .flag(false) else { return [] }
        return value.texts
    }

    /// The text to put back into a field: what was understood.
    func text(of field: FieldDefinition) -> String { texts(of: field).first ?? "" }
}

extension ListQuery {
    /// The number of a page, from 1; anything but a number is the first, and no number leads beyond the last.
    static func page(_ text: String?) -> Int {
        min(max(text.flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), ListPart.lastPage)
    }

    /// What is looked for is cut to what a field holds: its beginning finds as much.
    private static func cut(_ items: [String: String], _ form: Form) -> [String: [String]] {
        items.reduce(into: [:]) { cut, item in
            if case .text(let maximum) = form[item.key]?.kind {
                cut[item.key] = [String(item.value.prefix(maximum))]
            } else {
                cut[item.key] = [item.value]
            }
        }
    }
}
