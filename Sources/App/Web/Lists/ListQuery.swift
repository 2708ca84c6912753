import Forms

/// The state of a list in its address: filter, order and page; the filter is a form sent with GET (UX-7).
///
/// Addresses are edited by hand and truncated by programs, so a value that a field does not understand counts as empty.
struct ListQuery: Sendable {
    let path: String
    let filter: BoundForm
    let part: ListPart

    /// The sort field, where a list has one; it does not count as a filter, since an order leaves nothing out.
    static let order = "order"
    static let noFilter = Form("no-filter", [])

    /// - Parameter items: the query; of repeated names the first value.
    init(_ path: String, _ form: Form, _ items: [String: String], today: Day) {
        self.init(path, form.bind(Self.cut(items, form), today: today), .page(Self.page(items["page"])))
    }

    private init(_ path: String, _ filter: BoundForm, _ part: ListPart) {
        self.path = path
        self.filter = filter
        self.part = part
    }

    /// The same list for export, from the first row.
    var asFile: ListQuery { ListQuery(path, filter, .file) }

    subscript<Value>(field: Field<Value>) -> Value? { filter[field] }

    /// The chosen option as a case.
    func choice<Value: RawRepresentable<String>>(_ field: Field<String>) -> Value? {
        filter[field].flatMap(Value.init(rawValue:))
    }

    /// Whether an empty list may be empty because of its filter or page.
    var isNarrowed: Bool { part.offset > 0 || items.contains { $0.0 != Self.order } }

    /// The query items of the filter, in the order of its fields.
    var items: [(String, String)] { items(with: [:]) }

    /// Another page of this list.
    func href(page: Int) -> String {
        Paths.with(path, items + [("page", page > 1 ? String(page) : "")])
    }

    /// The first page of this list with some fields changed; an empty value clears its field.
    func href(with changes: [String: String] = [:]) -> String { Paths.with(path, items(with: changes)) }

    /// The export of the whole list (ACC-7).
    var fileHref: String { Paths.with(path + ".csv", items) }

    private func items(with changes: [String: String]) -> [(String, String)] {
        filter.form.fields.flatMap { field in
            (changes[field.name].map { [$0] } ?? texts(of: field)).map { (field.name, $0) }
        }
    }

    private func texts(of field: FieldDefinition) -> [String] {
        // An unticked box sends nothing, and is bound as false.
        guard let value = filter.values[field.name], value != .flag(false) else { return [] }
        return value.texts
    }

    /// The understood value as text, to fill the field with.
    func text(of field: FieldDefinition) -> String { texts(of: field).first ?? "" }
}

extension ListQuery {
    /// A page number from 1; anything else is page one, and larger numbers are clamped to the last page.
    static func page(_ text: String?) -> Int {
        min(max(text.flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), ListPart.lastPage)
    }

    /// Search text is truncated to the field's maximum: the beginning finds as much.
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
