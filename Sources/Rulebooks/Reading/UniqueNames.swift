/// Reports duplicate ids or keys.
struct UniqueNames {
    private var seen: Set<String> = []

    mutating func check(_ name: String?, at spot: YAMLNode?) {
        guard let name, !seen.insert(name).inserted else { return }
        spot?.note(.duplicate, ["value": name])
    }
}
