import GRDB

/// Pagination: a store gives source, condition and order; fetching and counting are done here.
extension Database {
    /// Counting stops here, as counting a list of a million would cost more than showing it.
    static let countLimit = 1_000

    /// A page with all that its rows are made of, and how many rows there are.
    ///
    /// - Parameters:
    ///   - selection: what a row is read from, up to its condition.
    ///   - source: the table with the name that the condition calls it by, such as `issue i`.
    ///   - id: the key of a row, such as `i.id`.
    ///   - order: of columns of the source alone.
    ///   - isCounted: whether the page says how many there are.
    ///   - make: makes the row's thing.
    func slice<Item>(
        _ selection: String, of source: String, id: String, where condition: SQL, by order: String, _ part: ListPart,
        isCounted: Bool = true, as make: (StoredRow) throws -> Item
    ) throws -> ListSlice<Item> {
        // The joins are made for the rows of the page alone, not for all that are sorted. The plus keeps SQLite from
        // choosing a second scan of the whole table in that order.
        let ids = Self.ids(of: source, id: id, where: condition, by: order, part)
        let found = try StoredRow.fetchAll(
            self, literal: "\(sql: selection) WHERE \(sql: id) IN (\(ids)) ORDER BY +\(sql: order)", as: make)
        guard isCounted, part != .file else { return ListSlice(part, found: found) }
        let count = try count(of: source, where: condition, to: Self.countLimit)
        return ListSlice(part, found: found, count: count, countedTo: Self.countLimit)
    }

    /// The keys of a page's rows, plus one more when there are more.
    func ids<Thing>(
        of source: String, id: String, where condition: SQL, by order: String, _ part: ListPart
    ) throws -> [ID<Thing>] {
        let ids = Self.ids(of: source, id: id, where: condition, by: order, part)
        return try ID<Thing>.fetchAll(self, literal: ids)
    }

    private static func ids(
        of source: String, id: String, where condition: SQL, by order: String, _ part: ListPart
    ) -> SQL {
        """
        SELECT \(sql: id) FROM \(sql: source) WHERE \(condition)
        ORDER BY \(sql: order) LIMIT \(part.limit + 1) OFFSET \(part.offset)
        """
    }

    /// Tables whose rows are counted as they come and go, by triggers.
    enum CountedTable: String { case customer }

    /// The number of all rows of a table, without counting them.
    func keptCount(of table: CountedTable) throws -> Int {
        try Int.fetchOne(
            self, cached: "SELECT number FROM kept_count WHERE source = ?", arguments: [table.rawValue]) ?? 0
    }

    /// The number of rows; counting stops at one more than the limit, if there is one.
    func count(of source: String, where condition: SQL, to limit: Int?) throws -> Int {
        try Int.fetchOne(
            self,
            literal: """
                SELECT count(*) FROM (SELECT 1 FROM \(sql: source) WHERE \(condition)
                    LIMIT \(limit.map { $0 + 1 } ?? -1))
                """) ?? 0
    }
}
