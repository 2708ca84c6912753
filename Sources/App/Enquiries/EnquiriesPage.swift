import Forms
import Foundation

/// The list of enquiries: those of today, all open ones, those in one state, or those that were looked for.
struct EnquiriesPage: Page {
    static let template = "enquiries/index"
    let values: PageValues

    /// - Parameter addresses: where strangers write, for the company's own pages on the web.
    init(
        _ list: [Enquiry], _ filter: EnquiryFilter, _ counts: (all: Int, late: Int), addresses: [URL], now: Date,
        today: Day, words: Words
    ) {
        let shown = list.prefix(EnquiryFilter.pageSize)
        let first = (filter.page - 1) * EnquiryFilter.pageSize + 1
        values = [
            "rows": .list(shown.map { EnquiryRow.values($0, now: now, today: today, words) }),
            "isEmpty": .flag(shown.isEmpty), "empty": shown.isEmpty ? .page(Self.empty(filter, words)) : .none,
            "counts": .text(words("enquiries.counts", ["all": String(counts.all), "late": String(counts.late)])),
            "query": .text(filter.query), "action": .text(Paths.enquiries),
            "fileHref": .text(Paths.with(Paths.enquiriesFile, filter.with { _ in }.items)),
            "states": .list(EnquiryFilter.Standing.all.map { Self.tab($0, filter, words) }),
            "summary": .text(
                words("pagination.shown", ["first": String(first), "last": String(first + max(0, shown.count - 1))])),
            "previousHref": filter.page > 1 ? .text(filter.with { $0.page = filter.page - 1 }.href) : .none,
            "nextHref": list.count > shown.count ? .text(filter.with { $0.page = filter.page + 1 }.href) : .none,
            "addresses": .list(addresses.map { ["href": .text($0.path), "address": .text($0.absoluteString)] }),
        ]
    }

    private static func tab(_ standing: EnquiryFilter.Standing, _ filter: EnquiryFilter, _ words: Words) -> PageValues {
        let label =
            switch standing {
            case .open: words("enquiries.open")
            case .today: words("enquiries.today")
            case .state(let state): words("enquiry.state.\(state.rawValue)")
            }
        return [
            "href": .text(filter.with { ($0.standing, $0.query) = (standing, "") }.href), "label": .text(label),
            "current": .flag(filter.query.isEmpty && standing == filter.standing),
        ]
    }

    private static func empty(_ filter: EnquiryFilter, _ words: Words) -> PageValues {
        let isWhole = filter == EnquiryFilter(query: [:])
        return [
            "title": .text(words("enquiries.none")),
            "text": .text(words(isWhole ? "enquiries.none-text" : "enquiries.none-narrowed")),
            "actionHref": isWhole ? .none : .text(Paths.enquiries), "actionLabel": .text(words("enquiries.show-open")),
        ]
    }
}

/// A line of a list of enquiries.
enum EnquiryRow {
    static func values(_ one: Enquiry, now: Date, today: Day, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.enquiry(one.id)), "number": .text(one.number), "name": .text(one.name),
            // That a reply is owed says by when; it need not be said twice.
            "words": .text(one.words), "badge": one.state == .waiting ? .none : badge(one, words),
            "due": due(one, now: now, today: today, words),
            "received": .text(words.dateTime(one.receivedAt)),
        ]
    }

    /// What is owed next, and by when.
    static func due(_ one: Enquiry, now: Date, today: Day, _ words: Words) -> PageValue {
        let look: BadgeLook
        let label: String
        switch one.duty {
        case .reply(let by):
            let isLate = by <= now
            look = isLate ? .late : .now
            label = words(isLate ? "enquiries.late-since" : "enquiries.due", ["time": words.dateTime(by)])
        case .appointment(let at):
            look = Self.look(at.day, today)
            label = words("enquiries.appointment-at", ["time": "\(words.day(at.day)) \(at.time)"])
        case .secondFollowUp(let day):
            look = Self.look(day, today)
            label = words("enquiries.follow-up-on", ["day": words.day(day)])
        case nil: return .none
        }
        return .badge(look, label)
    }

    private static func look(_ day: Day, _ today: Day) -> BadgeLook {
        day < today ? .late : day == today ? .now : .neutral
    }

    static func badge(_ one: Enquiry, _ words: Words) -> PageValue {
        let look: BadgeLook =
            switch one.state {
            case .waiting: .now
            case .answered, .appointment, .potential: .neutral
            case .customer: .done
            case .closed: .inactive
            }
        return .badge(look, words("enquiry.state.\(one.state.rawValue)"))
    }
}
