import Foundation
import HTTPTypes

/// The cookies that a browser sent.
enum RequestCookies {
    /// Values by name. Of two with one name the first counts; a pair that breaks RFC 6265 is left out, and so is what
    /// passes 16 KiB or 100 pairs.
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

    /// Letters, digits and the signs of a token in RFC 9110.
    static func isNameByte(_ byte: UInt8) -> Bool {
        isValueByte(byte) && !"()/:<=>?@[]{}".utf8.contains(byte)
    }

    /// Visible ASCII but for the quote, comma, semicolon and backslash.
    static func isValueByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\",;\\".utf8.contains(byte)
    }
}

/// How cookies are named and set under one base address.
struct CookieScope: Sendable {
    /// Whether the address is https: cookies are then `Secure` and named `__Host-…`, so that no other host and no plain
    /// connection can set them.
    let isSecure: Bool

    init(baseURL: URL) { isSecure = baseURL.scheme?.lowercased() == "https" }

    /// The full name of a cookie.
    func name(_ base: String) -> String { isSecure ? "__Host-" + base : base }

    /// The value of a cookie that the browser sent.
    func value(_ base: String, in headers: HTTPFields) -> String? { RequestCookies.parse(headers)[name(base)] }

    /// A cookie for the whole site that scripts cannot read.
    /// - Parameter seconds: how long it is kept; nil for as long as the browser runs.
    func cookie(_ base: String, _ value: String, keptFor seconds: Int? = nil) -> SetCookie {
        SetCookie(name: name(base), value: value, maxAge: seconds, isSecure: isSecure)
    }

    /// The last word on the cookies of an answer: over https none leaves that is not bound to this host and to https,
    /// whoever has set it.
    func secure(_ headers: inout HTTPFields) {
        let cookies = headers[values: .setCookie]
        guard isSecure, cookies.contains(where: { !$0.hasPrefix("__Host-") }) else { return }
        headers[values: .setCookie] = cookies.map { $0.hasPrefix("__Host-") ? $0 : "__Host-\($0); Secure" }
    }

    /// The cookie that takes one away.
    func removal(_ base: String) -> SetCookie { cookie(base, "", keptFor: 0) }
}

/// A `Set-Cookie` header: HttpOnly, SameSite=Lax, Path=/, without a domain.
struct SetCookie: Sendable, Hashable {
    let name: String
    let value: String
    /// Seconds; nil for a cookie of the browser's session, 0 to remove it.
    let maxAge: Int?
    var isSecure = false

    /// The header's value. Bytes that a cookie cannot hold are left out, so no value can add an attribute or a header.
    var headerValue: String {
        let name = String(decoding: name.utf8.filter(RequestCookies.isNameByte), as: UTF8.self)
        let value = String(decoding: value.utf8.filter(RequestCookies.isValueByte), as: UTF8.self)
        var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if isSecure { text += "; Secure" }
        return text
    }
}

extension HTTPFields {
    /// Adds a cookie to an answer.
    mutating func add(_ cookie: SetCookie) { append(HTTPField(name: .setCookie, value: cookie.headerValue)) }
}
