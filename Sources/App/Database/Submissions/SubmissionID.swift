import Foundation

/// Idempotency key of one filled form: sent twice, it makes one record (UX-3).
struct SubmissionID: Sendable, Hashable {
    let text: String
    /// The form that the key belongs to; `.anything` where it came with no request.
    let binding: Binding

    /// - Returns: nil unless it has 16–64 letters, digits, `-` and `_`.
    init?(_ text: String, for binding: Binding = .anything) {
        guard (16...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.text = text
        self.binding = binding
    }

    static func random() -> SubmissionID { SubmissionID(unchecked: Sodium.token(bytes: 18)) }

    private init(unchecked text: String) {
        self.text = text
        binding = .anything
    }

    /// Fingerprint of a form: the address it was sent to, and its content. The same key with another fingerprint is
    /// another form, and is never answered with the first one's result (ACC-12).
    struct Binding: Sendable, Hashable {
        /// Digests, since addresses may hold tokens.
        let address: String
        let content: String

        static let anything = Binding(address: "", content: "")

        init(method: String, path: String, fields: [String: [String]]) {
            address = Sodium.sha256("\(method) \(path)".utf8)
            let typed = fields.filter { !Self.unbound.contains($0.key) }.sorted { $0.key < $1.key }
            // Length-prefixed, so that no two different forms have the same encoding.
            content = Sodium.sha256(
                typed.flatMap { name, values in
                    ([name] + values).flatMap { Array("\($0.utf8.count):\($0)".utf8) } + Array(";".utf8)
                })
        }

        private init(address: String, content: String) {
            self.address = address
            self.content = content
        }

        /// Left out: passwords, and the fields that differ whenever the form is shown.
        private static let unbound = SecretFields.names.union(["submission", "opened", SameOpener.field])
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
