/// Notes every id or key that stands a second time.
struct UniqueNames {
    private var seen: Set<String> = []

    mutating func check(_ name: String?, at spot: YAMLNode?) {
        guard let name, !seen.insert(name).inserted else { return }
        spot?.note(.duplicate, ["value": name])
    }
}
