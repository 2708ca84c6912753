import Foundation
import HTTPTypes

/// Names and attributes of cookies under one base address.
struct CookieScope: Sendable {
    /// Whether the address is HTTPS: cookies are then `Secure` and named `__Host-…`, so that no other host and no plain
    /// connection can set them.
    let isSecure: Bool

    init(baseURL: URL) { isSecure = baseURL.scheme?.lowercased() == "https" }

    /// The full name of a cookie.
    func name(_ base: String) -> String { isSecure ? "__Host-" + base : base }

    /// The value of a cookie that the browser sent.
    func value(_ base: String, in headers: HTTPFields) -> String? { RequestCookies.parse(headers)[name(base)] }

    /// A cookie for the whole site that scripts cannot read.
    /// - Parameter seconds: its lifetime; nil for a cookie of the browser's session.
    func cookie(_ base: String, _ value: String, keptFor seconds: Int? = nil) -> SetCookie {
        SetCookie(name: name(base), value: value, maxAge: seconds, isSecure: isSecure)
    }

    /// Enforces `Secure` and `__Host-` on every cookie of an answer over HTTPS, whichever code set it.
    func secure(_ headers: inout HTTPFields) {
        let cookies = headers[values: .setCookie]
        guard isSecure, cookies.contains(where: { !$0.hasPrefix("__Host-") }) else { return }
        headers[values: .setCookie] = cookies.map { $0.hasPrefix("__Host-") ? $0 : "__Host-\($0); Secure" }
    }

    /// The header that deletes a cookie.
    func removal(_ base: String) -> SetCookie { cookie(base, "", keptFor: 0) }
}
