import Foundation
import HTTPTypes

/// Security headers of every answer, including error pages and files.
struct SecurityHeaders: Sendable {
    private let fields: [HTTPField]

    /// - Parameter baseURL: the address people use; over HTTPS it adds HSTS for a year.
    init(baseURL: URL) {
        var headers = Self.always
        if baseURL.scheme?.lowercased() == "https" {
            headers.append(("Strict-Transport-Security", "max-age=31536000"))
        }
        fields = headers.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    }

    /// Adds each header that the answer does not set itself.
    func apply(to headers: inout HTTPFields) {
        for field in fields where headers[field.name] == nil { headers.append(field) }
    }

    /// Scripts, styles and requests from this site only, nothing inline, no framing by other sites.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let always = [
        ("Content-Security-Policy", contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cache-Control", "no-store"),
    ]
}
