import Synchronization

/// A part of a page that never changes: it is drawn once in each language, and kept.
public struct Fragment: Sendable, Hashable {
    let template: String
    let key: String
    let values: @Sendable () -> PageValues

    /// - Parameters:
    ///   - key: tells everything apart that the values depend on, but for the language.
    ///   - values: made when it is not kept yet; nothing of a person's may be in them.
    public init(_ template: String, key: String, values: @escaping @Sendable () -> PageValues) {
        self.template = template
        self.key = key
        self.values = values
    }

    public static func == (one: Fragment, other: Fragment) -> Bool {
        one.template == other.template && one.key == other.key
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(template)
        hasher.combine(key)
    }
}

/// The fragments that were drawn, by language.
final class FragmentCache: Sendable {
    private let drawn = Mutex<[String: [Fragment: [UInt8]]]>([:])

    /// Fragments of a language at most. Questionnaires have some hundreds; those of rulebooks that are gone go when it
    /// is full.
    static let most = 4_000

    func find(_ fragment: Fragment, in language: String) -> [UInt8]? {
        drawn.withLock { $0[language]?[fragment] }
    }

    func keep(_ markup: [UInt8], for fragment: Fragment, in language: String) {
        drawn.withLock { drawn in
            if drawn[language]?.count ?? 0 >= Self.most { drawn[language] = [:] }
            drawn[language, default: [:]][fragment] = markup
        }
    }
}
