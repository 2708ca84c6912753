import Forms
import Foundation
import Markup

/// The list of enquiries: due today, all open ones, those in one state, or search results.
struct EnquiriesPage: Page {
    static let template = "enquiries/index"
    let values: PageValues

    /// - Parameter addresses: of the public forms, for links on the company's website.
    init(
        _ list: ListSlice<Enquiry>, _ query: ListQuery, _ counts: (all: Int, late: Int), addresses: [URL], now: Date,
        today: Day, words: Words
    ) {
        let isEmpty = list.rows.isEmpty
        let own: PageValues = [
            "filter": FilterValues(query: query, words: words).search(EnquiryFilter.words, submit: "form.search"),
            "rows": .list(list.rows.map { EnquiryRow.values($0, now: now, today: today, words) }),
            "isEmpty": .flag(isEmpty), "empty": isEmpty ? .page(Self.empty(query, words)) : .none,
            "counts": .text(words("enquiries.counts", ["all": String(counts.all), "late": String(counts.late)])),
            "fileHref": .text(query.fileHref), "states": .list(Self.tabs(query, words)),
            "addresses": .list(addresses.map { ["href": .text($0.path), "address": .text($0.absoluteString)] }),
        ]
        values = own.merging(query.pagination(list, words)) { own, _ in own }
    }

    /// A link for each state; a search has no selected state.
    private static func tabs(_ query: ListQuery, _ words: Words) -> [PageValues] {
        let chosen = query[EnquiryFilter.words] == nil ? query[EnquiryFilter.state] ?? "" : nil
        return EnquiryFilter.state.definition.kind.choices.map { state in
            [
                "href": .text(query.href(with: ["state": state.value, "q": ""])), "label": .text(words(state.label)),
                "current": .flag(state.value == chosen),
            ]
        }
    }

    private static func empty(_ query: ListQuery, _ words: Words) -> PageValues {
        [
            "title": .text(words("enquiries.none")),
            "text": .text(words(query.isNarrowed ? "enquiries.none-narrowed" : "enquiries.none-text")),
            "actionHref": query.isNarrowed ? .text(query.path) : .none,
            "actionLabel": .text(words("enquiries.show-open")),
        ]
    }
}

/// A row in lists of enquiries.
enum EnquiryRow {
    static func values(_ one: Enquiry, now: Date, today: Day, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.enquiry(one.id)), "number": .text(one.number), "name": .text(one.name),
            // A reply owed has its deadline beside it; a badge would repeat it.
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
