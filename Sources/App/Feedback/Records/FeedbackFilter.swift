import Forms

/// Which feedback a list shows, as its address says (UX-7): that of one month, by the day on which the customer said it.
struct FeedbackFilter: Sendable, Hashable {
    var month: Month
    var channel: FeedbackChannel?
    /// Only of projects whose agent one is oneself.
    var isMine: Bool
    /// From 1.
    var page: Int

    /// The month that it is, which addresses do not name.
    private let current: Month

    static let pageSize = 50
    private static let lastPage = 2_000

    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String], today: Day) {
        current = Month(of: today)
        month = query["month"].flatMap(Month.init) ?? current
        channel = query["channel"].flatMap(FeedbackChannel.init)
        isMine = query["agent"] == "me"
        page = min(max(query["page"].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), Self.lastPage)
    }

    /// Whether some of the month is left out.
    var isNarrowed: Bool { channel != nil || isMine || page > 1 }

    var isCurrent: Bool { month == current }

    /// This month's, with the same of it left out.
    var ofThisMonth: FeedbackFilter { with { $0.month = current } }

    /// The same list from its first page on, of another month or another channel.
    func with(_ change: (inout FeedbackFilter) -> Void) -> FeedbackFilter {
        var other = self
        other.page = 1
        change(&other)
        return other
    }

    var items: [(String, String)] {
        [
            ("month", isCurrent ? "" : month.description), ("channel", channel?.rawValue ?? ""),
            ("agent", isMine ? "me" : ""),
            ("page", page > 1 ? String(page) : ""),
        ]
    }

    var href: String { Paths.with(Paths.feedbackRecords, items) }
}

/// One page of a month's feedback, with how much came on which way (FBK-5).
struct FeedbackList: Sendable {
    /// One more than a page, where there are more.
    let rows: [Feedback]
    /// Of the whole month, on whatever page and channel one is.
    let counts: [FeedbackChannel: Int]
    let links: LinkFigures

    var count: Int { counts.values.reduce(0, +) }
}

/// How many links were made in a month, and by how many of them a customer has answered.
struct LinkFigures: Sendable, Hashable {
    let made: Int
    let used: Int
}
