import Markup

/// The values of `components/pagination.mustache`.
enum Pagination {
    /// - Parameter summary: text about the rows; by default, which of them are shown.
    /// - Parameter href: the link to a page number.
    static func values<Item>(
        _ list: ListSlice<Item>, summary: String? = nil, _ words: Words, href: (Int) -> String
    ) -> PageValues {
        let page = list.part.page
        return [
            "summary": .text(summary ?? words("pagination.shown", bounds(list))),
            "previousHref": page > 1 ? .text(href(page - 1)) : .none,
            "nextHref": list.isMore && page < ListPart.lastPage ? .text(href(page + 1)) : .none,
        ]
    }

    /// The numbers of the first and the last row shown.
    static func bounds<Item>(_ list: ListSlice<Item>) -> SentenceArguments {
        let first = list.part.offset + 1
        return ["first": String(first), "last": String(first + max(0, list.rows.count - 1))]
    }
}

extension ListQuery {
    func pagination<Item>(_ list: ListSlice<Item>, summary: String? = nil, _ words: Words) -> PageValues {
        Pagination.values(list, summary: summary, words, href: href(page:))
    }
}
