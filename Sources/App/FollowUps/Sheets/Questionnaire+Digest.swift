import Rulebooks
import Synchronization

extension Questionnaire {
    /// Equal for the same wording, whichever rulebook version it is in.
    var digest: String { Self.digests.of(canonicalJSON) }

    private static let digests = Digests()
}

/// Digests that were reckoned; every opening of a sheet asks for one.
private final class Digests: Sendable {
    private let known = Mutex<[Bytes: String]>([:])

    /// A text that is hashed by its bytes: by characters, it takes as long as the digest itself.
    private struct Bytes: Hashable {
        let text: String

        static func == (one: Bytes, other: Bytes) -> Bool { one.text == other.text }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// Questionnaires of a hundred rulebooks.
    private static let most = 1_000

    func of(_ text: String) -> String {
        known.withLock { known in
            if let digest = known[Bytes(text: text)] { return digest }
            if known.count >= Self.most { known = [:] }
            let digest = Sodium.sha256(text.utf8)
            known[Bytes(text: text)] = digest
            return digest
        }
    }
}
