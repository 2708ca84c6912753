import Foundation
import Synchronization

/// Stored JSON texts and what they mean: a list shows the same rows again and again, and decoding one takes longer than
/// reading its row.
final class DecodedTexts<Value: Decodable & Sendable>: Sendable {
    private let known = Mutex<[String: Value]>([:])

    /// Texts that are remembered; all are forgotten when there are more.
    private let most: Int

    init(most: Int) { self.most = most }

    /// - Throws: what the decoder throws; a text that cannot be decoded is not remembered.
    func decode(_ text: String) throws -> Value {
        if let value = known.withLock({ $0[text] }) { return value }
        let value = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        known.withLock { known in
            if known.count >= most { known = [:] }
            known[text] = value
        }
        return value
    }
}
