import Mustache

/// HTML escaping of every template, by unicode scalar.
///
/// The library's own escaping looks at grapheme clusters, so that `"` followed by a combining mark, or `<` behind an
/// Arabic number sign, slips through; this one does not.
struct Markup: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        var utf8 = text.utf8
        let plain = utf8.withContiguousStorageIfAvailable { !$0.contains(where: Self.isSpecial) }
        if plain ?? !utf8.contains(where: Self.isSpecial) { return text }
        var escaped: [UInt8] = []
        utf8 = text.utf8
        escaped.reserveCapacity(utf8.count + 32)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): escaped.append(contentsOf: "&#39;".utf8)
            case UInt8(ascii: "`"): escaped.append(contentsOf: "&#96;".utf8)
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"):
            true
        default: false
        }
    }
}
