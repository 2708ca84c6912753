/// One page of a list: its rows, and the total.
struct ListSlice<Item> {
    let part: ListPart
    let rows: [Item]
    /// Whether there are more rows after these.
    let isMore: Bool
    /// The total, as far as it was counted.
    let count: Int
    /// Whether the total is exact; where counting stopped there are more.
    let isCounted: Bool

    /// - Parameter found: the rows, plus one more when there are more.
    /// - Parameter count: the total; nil when it was not counted.
    /// - Parameter limit: where counting stopped.
    init(_ part: ListPart, found: [Item], count: Int? = nil, countedTo limit: Int = .max) {
        self.part = part
        rows = Array(found.prefix(part.limit))
        isMore = found.count > part.limit
        let known = count ?? part.offset + rows.count
        self.count = min(known, limit)
        isCounted = count == nil ? !isMore : known <= limit
    }

    /// A page of a list in memory.
    init(_ part: ListPart, of all: [Item]) {
        self.init(part, found: Array(all.dropFirst(part.offset).prefix(part.limit + 1)), count: all.count)
    }

    private init<Other>(_ other: ListSlice<Other>, _ rows: [Item]) {
        part = other.part
        self.rows = rows
        isMore = other.isMore
        count = other.count
        isCounted = other.isCounted
    }

    func map<Other>(_ transform: (Item) throws -> Other) rethrows -> ListSlice<Other> {
        ListSlice<Other>(self, try rows.map(transform))
    }
}

extension ListSlice: Sendable where Item: Sendable {}
