/// A header value with parameters, such as `form-data; name="photo"; filename="门.jpg"`.
struct HeaderValue: Hashable {
    /// The text before the first semicolon, in lower case.
    let main: String
    /// Parameters by lower-case name, unquoted.
    let parameters: [String: String]

    /// Parses a header value; nil when it is not UTF-8, has a control character, an unclosed quote, a repeated
    /// parameter, or more than 16 of them.
    init?(_ bytes: some Sequence<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F })
        else { return nil }
        var scanner = Scanner(text)
        let main = scanner.word(before: ";").lowercased()
        guard !main.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        while scanner.skip(";") {
            let name = scanner.word(before: ";", "=").lowercased()
            guard scanner.skip("=") else {
                guard name.isEmpty else { return nil }
                continue
            }
            guard !name.isEmpty, parameters[name] == nil, parameters.count < 16, let value = scanner.value()
            else { return nil }
            parameters[name] = value
        }
        guard scanner.isAtEnd else { return nil }
        self.main = main
        self.parameters = parameters
    }

    /// Works on unicode scalars, since a grapheme cluster may hide a quote behind a combining mark.
    private struct Scanner {
        private var rest: Substring.UnicodeScalarView

        init(_ text: String) { rest = text[...].unicodeScalars }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard rest.first == scalar else { return false }
            rest.removeFirst()
            return true
        }

        mutating func word(before ends: Unicode.Scalar...) -> String {
            let end = rest.firstIndex { ends.contains($0) } ?? rest.endIndex
            let word = String(rest[..<end])
            rest = rest[end...]
            return HeaderValue.trimmed(word)
        }

        /// A token, or a quoted string in which only `\"` and `\\` are escapes.
        mutating func value() -> String? {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard skip("\"") else { return word(before: ";") }
            var value = String.UnicodeScalarView()
            while let scalar = rest.popFirst() {
                switch scalar {
                case "\"":
                    rest = rest.drop { $0 == " " || $0 == "\t" }
                    return rest.isEmpty || rest.first == ";" ? String(value) : nil
                case "\\" where rest.first == "\"" || rest.first == "\\":
                    value.append(rest.removeFirst())
                default:
                    value.append(scalar)
                }
            }
            return nil
        }
    }

    /// The text without spaces and tabs at its ends.
    static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        scalars = scalars.drop { $0 == " " || $0 == "\t" }
        while scalars.last == " " || scalars.last == "\t" { scalars.removeLast() }
        return String(scalars)
    }
}
