/// HTML escaping by byte.
///
/// Not by character: `"` followed by a combining mark, or `<` behind an Arabic number sign, is one character with it
/// and would slip through.
extension [UInt8] {
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var begin = bytes.startIndex
            for index in bytes.indices {
                guard let escape = Self.escape(of: bytes[index]) else { continue }
                append(contentsOf: bytes[begin..<index])
                escape.withUTF8Buffer { append(contentsOf: $0) }
                begin = index + 1
            }
            append(contentsOf: bytes[begin...])
        }
    }

    private static func escape(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "`"): "&#96;"
        default: nil
        }
    }
}
