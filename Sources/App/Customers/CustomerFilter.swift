import Forms

/// Which customers a list shows, and the form that its address fills (UX-7).
struct CustomerFilter: Sendable, Hashable {
    static let query = Field.text("q", maximum: longestQuery, label: .key("customers.search-label"))
    static let grade = Field.choice("grade", Choice.each(Grade.self, "customer.grade."), label: .key("customer.grade"))
    static let keyOnly = Field.flag("key", label: .key("customers.filter.key"))
    static let form = Form("customer-filter", [query, grade, keyOnly])

    /// As typed; at most so many characters of it count.
    let query: String
    let grade: Grade?
    let keyOnly: Bool
    /// How much of a number finds it; so little only for whoever sees numbers anyway (ACC-8).
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

    var words: [String] { SearchText.words(query) }
    /// Something was typed, but nothing in it is a letter, a digit or a sign.
    var isUnsearchable: Bool { words.isEmpty && query.contains { !$0.isWhitespace } }
    var isNarrowed: Bool { !words.isEmpty || grade != nil || keyOnly }

    /// Tags of the index, which filter as quickly as they find.
    var tags: [String] {
        [grade.map(CustomerTag.grade), keyOnly ? CustomerTag.key : nil].compactMap { $0 }
    }
}

/// Words of the index that stand for what a customer is; no gram has as many letters as they have.
enum CustomerTag {
    static let key = "key"
    static func grade(_ grade: Grade) -> String { "grade" + grade.rawValue.lowercased() }
}

/// A customer as lists show it.
struct CustomerRow: Sendable, Identifiable {
    let customer: CustomerName
    let grade: Grade
    let isKey: Bool
    let address: String
    let phones: [PhoneNumber]
    /// The latest projects, those first whose number was looked for.
    let projects: [ProjectNumber]
    let projectCount: Int

    var id: Customer.ID { customer.id }

    static let mostProjects = 3
}

/// What it takes to name a project and to link to it.
struct ProjectNumber: Sendable, Identifiable, Hashable {
    let id: Project.ID
    let number: String
    let siteAddress: String
}

/// What a search found: the one customer who has the typed number, or a list.
enum CustomerSearchResult: Sendable {
    case card(Customer.ID)
    case list(ListSlice<CustomerRow>)
}
