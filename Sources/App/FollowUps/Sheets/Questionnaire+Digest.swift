import Rulebooks
import Synchronization

extension Questionnaire {
    /// Equal for the same wording, whichever rulebook version it is in.
    var digest: String { Self.digests.of(canonicalJSON) }

    private static let digests = Digests()
}

/// Digests that were reckoned; every opening of a sheet asks for one.
private final class Digests: Sendable {
    private let known = Mutex<[String: String]>([:])

    /// Questionnaires of a hundred rulebooks.
    private static let most = 1_000

    func of(_ text: String) -> String {
        known.withLock { known in
            if let digest = known[text] { return digest }
            if known.count >= Self.most { known = [:] }
            let digest = Sodium.sha256(text.utf8)
            known[text] = digest
            return digest
        }
    }
}
