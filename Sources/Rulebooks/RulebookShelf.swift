import Synchronization

/// The rulebooks that were read last: one text is asked for again and again, by every company that starts and by every
/// sheet that was opened under an older version, and reading it takes as long as drawing several pages.
final class RulebookShelf: Sendable {
    static let shared = RulebookShelf(places: 24)

    private let places: Int
    private let shelf = Mutex<[Rulebook]>([])

    init(places: Int) { self.places = places }

    /// - Throws: every mistake in the text; a text with mistakes is read anew each time.
    func rulebook(_ text: String) throws(RulebookError) -> Rulebook {
        if let known = shelf.withLock({ $0.first { $0.yaml == text } }) { return known }
        let rulebook = try RulebookReader().read(text)
        shelf.withLock { shelf in
            shelf.insert(rulebook, at: 0)
            shelf.removeLast(max(0, shelf.count - places))
        }
        return rulebook
    }
}
