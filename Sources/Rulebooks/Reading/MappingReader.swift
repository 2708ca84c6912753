import Yams

/// Reads one mapping of the document, and finally reports keys that were not read as unknown.
final class MappingReader {
    let spot: YAMLNode
    private let entries: [(key: String, line: Int, value: Node)]
    private var asked: Set<String> = []

    init(_ mapping: Node.Mapping, at spot: YAMLNode) {
        self.spot = spot
        entries = mapping.map { key, value in
            (key.scalar?.string ?? "?", key.mark?.line ?? spot.line, value)
        }
    }

    /// The value of `key`; a missing one is a mistake.
    func required(_ key: String) -> YAMLNode? {
        let found = optional(key)
        if found == nil { spot.log.add(spot.line, path(key), .missing) }
        return found
    }

    func optional(_ key: String) -> YAMLNode? {
        asked.insert(key)
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        return YAMLNode(node: entry.value, path: path(key), line: entry.line, log: spot.log)
    }

    /// The only one of several keys; none or more than one is a mistake.
    func exactlyOne(of keys: [String]) -> (key: String, spot: YAMLNode)? {
        let found = keys.compactMap { key in optional(key).map { (key, $0) } }
        guard found.count == 1 else {
            spot.note(.exactlyOne, ["allowed": keys.joined(separator: ", ")])
            return nil
        }
        return found.first
    }

    func finish() {
        for entry in entries where !asked.contains(entry.key) {
            spot.log.add(entry.line, path(String(entry.key.prefix(60))), .unknownKey)
        }
    }

    private func path(_ key: String) -> String {
        spot.path.isEmpty ? key : "\(spot.path).\(key)"
    }
}
