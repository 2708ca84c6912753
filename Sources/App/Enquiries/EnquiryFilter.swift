import Forms
import Foundation

/// Which enquiries a list shows, as its address says (UX-7).
struct EnquiryFilter: Sendable, Hashable {
    /// Those for which something is to be done today, all that are open, or those in one state.
    enum Standing: Sendable, Hashable {
        case today, open
        case state(EnquiryState)

        static let all: [Standing] = [.open, .today] + EnquiryState.allCases.map { .state($0) }

        init(_ text: String?) {
            self = text == "today" ? .today : text.flatMap(EnquiryState.init).map { .state($0) } ?? .open
        }

        var text: String {
            switch self {
            case .today: "today"
            case .open: ""
            case .state(let state): state.rawValue
            }
        }

        /// Whether nothing is to be done about these any more.
        var isOver: Bool { if case .state(let state) = self { !state.isOpen } else { false } }
    }

    var standing: Standing
    /// Looked for in number, name and phone, in whatever state it is; empty for a list by state.
    var query: String
    /// From 1.
    var page: Int

    static let pageSize = 50
    private static let lastPage = 2_000
    private static let longestQuery = 60

    /// Reads the address; what it does not understand it leaves out.
    init(query items: [String: String]) {
        standing = Standing(items["state"])
        query = String((items["q"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).prefix(Self.longestQuery))
        page = min(max(items["page"].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), Self.lastPage)
    }

    /// The same list from its first page on, in another state.
    func with(_ change: (inout EnquiryFilter) -> Void) -> EnquiryFilter {
        var other = self
        other.page = 1
        change(&other)
        return other
    }

    var items: [(String, String)] {
        [("q", query), ("state", standing.text), ("page", page > 1 ? String(page) : "")]
    }

    var href: String { Paths.with(Paths.enquiries, items) }
}

/// What the desk has to do today (WEB-1, WEB-2).
struct EnquiriesToday: Sendable {
    /// The most pressing ones, at most `most`.
    let rows: [Enquiry]
    let unanswered: Int
    let late: Int
    let appointments: Int
    let secondFollowUps: Int

    static let most = 8

    var isEmpty: Bool { unanswered + appointments + secondFollowUps == 0 }
}
