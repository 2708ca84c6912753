/// Queue of idle connections, the longest idle first. Join, leave and pop are O(1), since there are many just when
/// somebody attacks.
struct IdleLine {
    private var places: [Int: ObjectIdentifier] = [:]
    private var first = 0
    private var next = 0

    var isEmpty: Bool { places.isEmpty }

    /// - Returns: the place, for `leave`.
    mutating func join(_ id: ObjectIdentifier) -> Int {
        defer { next += 1 }
        places[next] = id
        return next
    }

    mutating func leave(_ place: Int) { places[place] = nil }

    mutating func leaveFirst() -> ObjectIdentifier? {
        guard !places.isEmpty else { return nil }
        while first < next {
            defer { first += 1 }
            if let id = places.removeValue(forKey: first) { return id }
        }
        return nil
    }
}
