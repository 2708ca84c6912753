import Foundation
import HTTPTypes

/// The cookies of one browser for one site.
struct CookieJar: Sendable {
    private struct Cookie: Sendable {
        let value: String
        let expires: Date?
    }

    private var cookies: [String: Cookie] = [:]

    /// Takes what an answer sets and removes.
    mutating func take(_ headers: HTTPFields, at now: Date) {
        for header in headers[values: .setCookie] {
            let parts = header.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { continue }
            let age = parts.first { $0.lowercased().hasPrefix("max-age=") }.flatMap { Int($0.dropFirst(8)) }
            let name = String(pair[..<equals])
            cookies[name] = Cookie(
                value: String(pair[equals...].dropFirst()), expires: age.map { now.addingTimeInterval(Double($0)) })
            if let age, age <= 0 { cookies[name] = nil }
        }
    }

    mutating func remove(_ name: String) { cookies[name] = nil }
    mutating func keep(_ name: String, _ value: String) { cookies[name] = Cookie(value: value, expires: nil) }

    func values(at now: Date) -> [String: String] {
        cookies.filter { $0.value.expires.map { now < $0 } ?? true }.mapValues(\.value)
    }

    /// The header to send, if there is anything to send.
    func header(at now: Date) -> String? {
        let pairs = values(at: now).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return pairs.isEmpty ? nil : pairs.joined(separator: "; ")
    }
}

/// Forms as browsers write them into bodies and addresses.
enum FormText {
    static func encode(_ entries: [(name: String, value: String)]) -> String {
        entries.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    /// Line breaks are sent as CRLF, blanks as a plus.
    private static func encode(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        var encoded = ""
        for byte in lines.utf8 {
            switch byte {
            case UInt8(ascii: " "): encoded += "+"
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "*"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return encoded
    }
}
