import Foundation

/// A form whose session had ended when it arrived: kept through the sign-in and then sent again (UX-2).
struct PendingForm: Sendable {
    /// Maximum size, in bytes as urlencoded.
    static let mostBytes = 100 << 10

    let path: String
    /// The form, urlencoded.
    let body: String
    /// Its fields; repeated values in order.
    let fields: [(name: String, value: String)]

    /// The member who opened it; nil for a form that anybody may send.
    var opener: Member.ID? { fields.first { $0.name == SameOpener.field }.flatMap { ID($0.value) } }

    /// A form that has just arrived.
    /// - Returns: nil when it holds passwords, is too long, or its address is not a path of ours.
    init?(path: String?, fields: [String: [String]]) {
        self.init(path: path, body: Self.encoded(fields))
    }

    /// A form that returns from the sign-in page.
    /// - Returns: nil as above, and when it cannot be parsed.
    init?(path: String?, body: String?) {
        guard let path = LocalPath(path), let body, !Self.isSecret(path.text), body.utf8.count <= Self.mostBytes,
            let fields = try? UrlEncodedForm.parse(Array(body.utf8))
        else { return nil }
        self.path = path.text
        self.body = body
        self.fields = Self.inOrder(fields)
    }

    /// Forms with passwords, and those that make no sense after a sign-in.
    private static func isSecret(_ path: String) -> Bool {
        let place = path.prefix { $0 != "?" && $0 != "#" }
        return [Paths.signIn, Paths.signOut, Paths.password, Paths.language].contains { place == $0 }
            || place.hasPrefix(Paths.setUp(""))
    }

    private static func inOrder(_ fields: [String: [String]]) -> [(name: String, value: String)] {
        fields.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
    }

    private static func encoded(_ fields: [String: [String]]) -> String {
        inOrder(fields).map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*")
}
