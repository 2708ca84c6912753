import Synchronization

/// The rulebooks that were read last: one text is asked for again and again, by every company that starts and by every
/// sheet that was opened under an older version, and reading it takes as long as drawing several pages.
final class RulebookCache: Sendable {
    static let shared = RulebookCache(places: 24)
    /// Of those that were in force before, which are read by the limits of their time.
    static let stored = RulebookCache(places: 24, isStored: true)

    private let places: Int
    private let isStored: Bool
    private let shelf = Mutex<[Rulebook]>([])

    init(places: Int, isStored: Bool = false) {
        self.places = places
        self.isStored = isStored
    }

    /// - Throws: every mistake in the text; a text with mistakes is read anew each time.
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
