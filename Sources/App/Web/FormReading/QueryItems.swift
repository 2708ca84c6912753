import Hummingbird

/// The query string, decoded as browsers encode forms: `+` is a space.
///
/// People edit addresses and programs truncate them, so a malformed pair is skipped rather than refused; no change of
/// data is sent this way.
struct QueryItems: Sendable, Hashable {
    /// Values by name, in order.
    let values: [String: [String]]
    /// Whether anything was skipped: a bad `%` sequence, invalid UTF-8, or more than the limits.
    let isDamaged: Bool

    /// The limits: pairs, bytes of a name, bytes of a value.
    static let mostPairs = 100, mostNameBytes = 100, mostValueBytes = 2_000

    init(_ request: Request) { self.init(query: Self.query(of: request.head.path ?? "")) }

    /// - Parameter query: the raw text after the question mark.
    init(query: String) {
        var values: [String: [String]] = [:]
        var isDamaged = false
        var pairs = 0
        var rest = Array(query.utf8.prefix(Self.mostQueryBytes))[...]
        if query.utf8.count > rest.count { isDamaged = true }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
            let pair = rest[..<end]
            rest = rest[end...].dropFirst()
            if pair.isEmpty { continue }
            pairs += 1
            guard pairs <= Self.mostPairs else {
                isDamaged = true
                break
            }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = PercentDecoding.text(of: pair[..<equals]), !name.utf8.contains(0),
                let value = PercentDecoding.text(of: pair[equals...].dropFirst()),
                name.utf8.count <= Self.mostNameBytes, value.utf8.count <= Self.mostValueBytes
            else {
                isDamaged = true
                continue
            }
            values[name, default: []].append(value.withoutNul)
        }
        self.values = values
        self.isDamaged = isDamaged
    }

    /// The first value of a name.
    subscript(name: String) -> String? { values[name]?.first }

    private static let mostQueryBytes = 16 << 10

    private static func query(of path: String) -> String {
        let bytes = path.utf8
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return "" }
        let query = bytes[mark...].dropFirst().prefix { $0 != UInt8(ascii: "#") }
        return String(query) ?? ""
    }
}
