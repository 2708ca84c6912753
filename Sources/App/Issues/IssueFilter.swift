import Forms

/// Which issues a list shows, as its address says (UX-7).
struct IssueFilter: Sendable, Hashable {
    /// Any of them, all that are open, or those in one state.
    enum Standing: Sendable, Hashable {
        case any, open
        case state(IssueState)

        init(_ text: String?) {
            self = text == "open" ? .open : text.flatMap(IssueState.init).map { .state($0) } ?? .any
        }

        var text: String {
            switch self {
            case .any: ""
            case .open: "open"
            case .state(let state): state.rawValue
            }
        }
    }

    let standing: Standing
    let department: String?
    let category: String?
    let complaintsOnly: Bool
    /// Only those whose deadline has passed.
    let isLate: Bool
    /// Only those that one sees through oneself.
    let isMine: Bool
    let importantOnly: Bool
    /// From 1.
    let page: Int

    static let pageSize = 50
    /// Counting stops here, as in the list of follow-ups.
    static let countLimit = 1_000
    private static let lastPage = 2_000

    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String]) {
        let word = { (name: String) in query[name].flatMap { $0.isEmpty || $0.utf8.count > 40 ? nil : $0 } }
        standing = Standing(query["state"])
        department = word("department")
        category = word("category")
        complaintsOnly = query["complaint"] == "yes"
        isLate = query["late"] == "yes"
        isMine = query["owner"] == "me"
        importantOnly = query["important"] == "yes"
        page = min(max(query["page"].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), Self.lastPage)
    }

    var isNarrowed: Bool {
        standing != .any || department != nil || category != nil || complaintsOnly || isLate || isMine || importantOnly
            || page > 1
    }

    var items: [(String, String)] {
        [
            ("state", standing.text), ("department", department ?? ""), ("category", category ?? ""),
            ("complaint", complaintsOnly ? "yes" : ""), ("late", isLate ? "yes" : ""), ("owner", isMine ? "me" : ""),
            ("important", importantOnly ? "yes" : ""),
        ]
    }

    func href(page: Int) -> String { Paths.with(Paths.issues, items + [("page", page > 1 ? String(page) : "")]) }
}

/// One page of a list of issues.
struct IssueList: Sendable {
    let issues: [CustomerIssue]
    /// At most `IssueFilter.countLimit + 1`, which means "more".
    let count: Int
}
