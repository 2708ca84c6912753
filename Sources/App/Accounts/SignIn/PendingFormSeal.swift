/// Encrypts a pending form through the sign-in: the next person at the browser may be another, and the form may hold
/// what only its author may know (ACC-1, UX-2).
struct PendingFormSeal: Sendable {
    private let key: [UInt8]

    /// The hidden field with the encrypted form.
    static let field = "pending"

    /// - Parameter key: 32 secret bytes.
    init(key: [UInt8]) { self.key = key }

    func seal(_ form: PendingForm) -> String { Sodium.encrypt(form.path + "\n" + form.body, key: key) }

    /// - Returns: nil for what was not encrypted here.
    func open(_ text: String?) -> PendingForm? {
        guard let text, let words = Sodium.decrypt(text, key: key),
            let end = words.firstIndex(of: "\n")
        else { return nil }
        return PendingForm(path: String(words[..<end]), body: String(words[words.index(after: end)...]))
    }
}
