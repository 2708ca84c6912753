import Forms

/// Filter of the list of customers (UX-7).
struct CustomerFilter: Sendable, Hashable {
    static let query = Field.text("q", maximum: longestQuery, label: .key("customers.search-label"))
    static let grade = Field.choice("grade", Choice.each(Grade.self, "customer.grade."), label: .key("customer.grade"))
    static let keyOnly = Field.flag("key", label: .key("customers.filter.key"))
    static let form = Form("customer-filter", [query, grade, keyOnly])

    /// The search text as typed, truncated to a maximum.
    let query: String
    let grade: Grade?
    let keyOnly: Bool
    /// Phone search mode: short parts of a number are searchable only for those who may see numbers (ACC-8).
    let phones: PhoneSearch

    static let longestQuery = 120

    init(query: String = "", grade: Grade? = nil, keyOnly: Bool = false, phones: PhoneSearch = .wholeOrEnding) {
        self.query = String(query.prefix(Self.longestQuery))
        self.grade = grade
        self.keyOnly = keyOnly
        self.phones = phones
    }

    init(_ asked: ListQuery, for member: Member) {
        self.init(
            query: asked[Self.query] ?? "", grade: asked.choice(Self.grade), keyOnly: asked[Self.keyOnly] == true,
            phones: PhoneSearch(for: member))
    }

    /// A number typed in any spelling is looked for as it is stored.
    var words: [String] { PhoneNumber(typed: query).map { [$0.searchDigits] } ?? SearchText.words(query) }
    /// Whether the search text has nothing searchable in it.
    var isUnsearchable: Bool { words.isEmpty && query.contains { !$0.isWhitespace } }
    var isNarrowed: Bool { !words.isEmpty || grade != nil || keyOnly }

    /// Tags in the search index, which filter as quickly as words.
    var tags: [String] {
        [grade.map(CustomerTag.grade), keyOnly ? CustomerTag.key : nil].compactMap { $0 }
    }
}

/// Index words for attributes of a customer; longer than any n-gram, so that they never collide.
enum CustomerTag {
    static let key = "key"
    static func grade(_ grade: Grade) -> String { "grade" + grade.rawValue.lowercased() }
}

/// A row in the list of customers.
struct CustomerRow: Sendable, Identifiable {
    let customer: CustomerName
    let grade: Grade
    let isKey: Bool
    let address: String
    let phones: [PhoneNumber]
    /// The latest projects; those whose number matches come first.
    let projects: [ProjectNumber]
    let projectCount: Int

    var id: Customer.ID { customer.id }

    static let mostProjects = 3
}

/// Id and number of a project, for links.
struct ProjectNumber: Sendable, Identifiable, Hashable {
    let id: Project.ID
    let number: String
    let siteAddress: String
}

/// Result of a search: the single customer with the typed number, or a list.
enum CustomerSearchResult: Sendable {
    case card(Customer.ID)
    case list(ListSlice<CustomerRow>)
}
