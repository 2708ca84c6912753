import Synchronization

/// Cache of the rulebooks parsed last: the same text is needed at every start and for every sheet opened under an older
/// version, and parsing takes as long as rendering several pages.
final class RulebookCache: Sendable {
    static let shared = RulebookCache(places: 24)
    /// For stored rulebooks, which are parsed with lenient limits.
    static let stored = RulebookCache(places: 24, isStored: true)

    private let places: Int
    private let isStored: Bool
    private let shelf = Mutex<[Rulebook]>([])

    init(places: Int, isStored: Bool = false) {
        self.places = places
        self.isStored = isStored
    }

    /// - Throws: every mistake in the text; a text with mistakes is not cached.
    func rulebook(_ text: String) throws(RulebookError) -> Rulebook {
        if let known = shelf.withLock({ $0.first { $0.yaml == text } }) { return known }
        let rulebook = try RulebookReader(isStored: isStored).read(text)
        shelf.withLock { shelf in
            shelf.insert(rulebook, at: 0)
            shelf.removeLast(max(0, shelf.count - places))
        }
        return rulebook
    }
}
