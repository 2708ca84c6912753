import Foundation
import HTTPTypes

/// A `Set-Cookie` header: HttpOnly, SameSite=Lax, Path=/, without a domain.
struct SetCookie: Sendable, Hashable {
    let name: String
    let value: String
    /// Seconds; nil for a cookie of the browser's session, 0 to delete it.
    let maxAge: Int?
    var isSecure = false

    /// The header's value. Bytes that cookies may not hold are dropped, so no value can inject an attribute or a
    /// header.
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
