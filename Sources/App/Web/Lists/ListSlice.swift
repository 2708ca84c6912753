/// One page of a list: its rows, and how many there are altogether.
struct ListSlice<Item> {
    let part: ListPart
    let rows: [Item]
    /// Whether there are more behind these.
    let isMore: Bool
    /// Of all that are known of.
    let count: Int
    /// Whether these are all; where counting stopped there are more.
    let isCounted: Bool

    /// - Parameter found: the rows, and one behind them where there are more.
    /// - Parameter count: of all rows; nil where nobody counted.
    /// - Parameter limit: where counting stopped.
    init(_ part: ListPart, found: [Item], count: Int? = nil, countedTo limit: Int = .max) {
        self.part = part
        rows = Array(found.prefix(part.limit))
        isMore = found.count > part.limit
        let known = count ?? part.offset + rows.count
        self.count = min(known, limit)
        isCounted = count == nil ? !isMore : known <= limit
    }

    /// A page of a list that is in memory.
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
