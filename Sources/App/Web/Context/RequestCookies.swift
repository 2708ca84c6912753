import Foundation
import HTTPTypes

/// Parses the `Cookie` header.
enum RequestCookies {
    /// Values by name. Of duplicates the first counts; pairs that break RFC 6265 are skipped, as is anything beyond 16
    /// KiB or 100 pairs.
    static func parse(_ headers: HTTPFields) -> [String: String] {
        var cookies: [String: String] = [:]
        var pairs = 0
        for header in headers[values: .cookie] {
            for pair in header.utf8.prefix(16 << 10).split(separator: UInt8(ascii: ";")) {
                pairs += 1
                guard pairs <= 100 else { return cookies }
                let spaceless = pair.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                guard let equals = spaceless.firstIndex(of: UInt8(ascii: "=")) else { continue }
                let name = spaceless[..<equals]
                let value = spaceless[equals...].dropFirst()
                guard !name.isEmpty, name.allSatisfy(isNameByte), value.allSatisfy(isValueByte) else { continue }
                let key = String(decoding: name, as: UTF8.self)
                if cookies[key] == nil { cookies[key] = String(decoding: value, as: UTF8.self) }
            }
        }
        return cookies
    }

    /// Token characters of RFC 9110.
    static func isNameByte(_ byte: UInt8) -> Bool {
        isValueByte(byte) && !"()/:<=>?@[]{}".utf8.contains(byte)
    }

    /// Visible ASCII except quote, comma, semicolon and backslash.
    static func isValueByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\",;\\".utf8.contains(byte)
    }
}
