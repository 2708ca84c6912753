/// Where the columns of a query are. All its rows are asked for them in about the same order, so it is looked first for
/// the one that followed in the row before.
final class ColumnPositions {
    let names: [String]
    private var asked: [(name: String, position: Int)] = []
    private var next = 0

    init(_ names: [String]) { self.names = names }

    func beginRow() { next = 0 }

    /// The position of the leftmost column of that name.
    func position(of name: String) -> Int? {
        defer { next += 1 }
        if next < asked.count, asked[next].name == name { return asked[next].position }
        guard let position = names.firstIndex(of: name) else { return nil }
        if next == asked.count { asked.append((name, position)) }
        return position
    }
}
