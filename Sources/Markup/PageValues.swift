/// The values of a page, a part or a row, by name.
///
/// In a list, not in a hash table: they are few, written as literals, and mostly found where the row before had them.
public struct PageValues: Sendable, Hashable {
    private var entries: [(String, PageValue)]

    public init() { entries = [] }

    public var isEmpty: Bool { entries.isEmpty }

    /// Setting nil takes the value away.
    public subscript(name: String) -> PageValue? {
        get { place(of: name).map { entries[$0].1 } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): entries[place].1 = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append((name, value))
            case (nil, nil): break
            }
        }
    }

    /// The value of a name, looked for first where another page, part or row had it.
    /// - Parameter place: where that was; becomes where it is here.
    func value(of name: String, near place: inout UInt8) -> PageValue? {
        if Int(place) < entries.count, entries[Int(place)].0 == name { return entries[Int(place)].1 }
        guard let found = self.place(of: name) else { return nil }
        place = UInt8(clamping: found)
        return entries[found].1
    }

    /// Adds values of others.
    /// - Parameter choose: which one stays of two with one name: gets the own one and the other's.
    public func merging(
        _ others: PageValues, uniquingKeysWith choose: (PageValue, PageValue) -> PageValue
    ) -> PageValues {
        var all = self
        all.entries.reserveCapacity(entries.count + others.entries.count)
        for (name, value) in others.entries {
            // Names of the others differ among themselves.
            if let place = place(of: name) {
                all.entries[place].1 = choose(entries[place].1, value)
            } else {
                all.entries.append((name, value))
            }
        }
        return all
    }

    private func place(of name: String) -> Int? { entries.firstIndex { $0.0 == name } }

    /// Alike when all names have alike values, in whichever order.
    public static func == (one: PageValues, other: PageValues) -> Bool {
        one.entries.count == other.entries.count && one.entries.allSatisfy { other[$0.0] == $0.1 }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(Set(entries.map(\.0))) }
}

extension PageValues: ExpressibleByDictionaryLiteral {
    /// Names must differ.
    public init(dictionaryLiteral entries: (String, PageValue)...) {
        assert(Set(entries.map(\.0)).count == entries.count, "A name has two values.")
        self.entries = entries
    }
}

extension PageValues: Sequence {
    public func makeIterator() -> some IteratorProtocol<(String, PageValue)> { entries.makeIterator() }
}
