import Forms

/// Which customers a list shows, as its address says it.
struct CustomerFilter: Sendable, Hashable {
    /// As typed; at most so many characters of it count.
    let query: String
    let grade: Grade?
    let keyOnly: Bool
    let page: Int
    /// How much of a number finds it; so little only for whoever sees numbers anyway (ACC-8).
    let phones: PhoneSearch

    static let longestQuery = 120
    static let pageSize = 50
    /// Beyond this, a search says "more than" instead of counting on.
    static let countLimit = 1_000
    private static let lastPage = 2_000

    init(
        query: String = "", grade: Grade? = nil, keyOnly: Bool = false, page: Int = 1,
        phones: PhoneSearch = .wholeOrEnding
    ) {
        self.query = String(query.prefix(Self.longestQuery))
        self.grade = grade
        self.keyOnly = keyOnly
        self.page = min(max(page, 1), Self.lastPage)
        self.phones = phones
    }

    /// Reads the items of an address; what makes no sense there is as good as absent.
    init(_ items: [String: String], for member: Member) {
        self.init(
            query: items["q"] ?? "", grade: items["grade"].flatMap(Grade.init(rawValue:)),
            keyOnly: items["key"] == "yes", page: items["page"].flatMap(Int.init) ?? 1,
            phones: PhoneSearch(for: member))
    }

    var words: [String] { SearchText.words(query) }
    /// Something was typed, but nothing in it is a letter, a digit or a sign.
    var isUnsearchable: Bool { words.isEmpty && query.contains { !$0.isWhitespace } }
    var isNarrowed: Bool { !words.isEmpty || grade != nil || keyOnly }
    var offset: Int { (page - 1) * Self.pageSize }

    /// Tags of the index, which filter as quickly as they find.
    var tags: [String] {
        [grade.map(CustomerTag.grade), keyOnly ? CustomerTag.key : nil].compactMap { $0 }
    }

    func path(page: Int = 1) -> String {
        Paths.with(
            Paths.customers,
            [
                ("q", query), ("grade", grade?.rawValue ?? ""), ("key", keyOnly ? "yes" : ""),
                ("page", page > 1 ? String(page) : ""),
            ])
    }

    /// The whole list that is shown, as a file.
    var filePath: String {
        Paths.with(
            Paths.customersFile, [("q", query), ("grade", grade?.rawValue ?? ""), ("key", keyOnly ? "yes" : "")])
    }

    func with(grade: Grade?) -> CustomerFilter {
        CustomerFilter(query: query, grade: grade, keyOnly: keyOnly, phones: phones)
    }
    func with(keyOnly: Bool) -> CustomerFilter {
        CustomerFilter(query: query, grade: grade, keyOnly: keyOnly, phones: phones)
    }
}

/// Words of the index that stand for what a customer is; no gram has as many letters as they have.
enum CustomerTag {
    static let key = "key"
    static func grade(_ grade: Grade) -> String { "grade" + grade.rawValue.lowercased() }
}

/// One page of customers.
struct CustomerList: Sendable {
    let filter: CustomerFilter
    let rows: [CustomerRow]
    /// How many there are altogether; found ones are counted up to `CustomerFilter.countLimit`.
    let count: Int
    /// Whether there are more than were counted.
    var hasUncounted: Bool { filter.isNarrowed && count > CustomerFilter.countLimit }
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
    case list(CustomerList)
}
