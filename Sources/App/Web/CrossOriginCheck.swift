import Foundation
import HTTPTypes

/// Decides whether a request that changes something comes from our own pages.
struct CrossOriginCheck: Sendable {
    private let own: String?

    /// - Parameter baseURL: the address people use; its scheme, host and port count.
    init(baseURL: URL) { own = Self.origin(of: baseURL) }

    /// Whether to go on. Reading is always allowed. A browser's own word (`Sec-Fetch-Site`) decides; without it the
    /// whole `Origin` does; without both only a request that carries no session.
    func allows(method: HTTPRequest.Method, headers: HTTPFields, hasSessionCookie: Bool) -> Bool {
        if method == .get || method == .head || method == .options { return true }
        if let site = Self.secFetchSite.flatMap({ headers[$0] }) { return site == "same-origin" || site == "none" }
        if let origin = headers[.origin] { return own != nil && origin.lowercased() == own }
        return !hasSessionCookie
    }

    /// The origin as browsers write it: in lower case, without the usual port.
    static func origin(of url: URL) -> String? {
        guard let scheme = url.scheme?.lowercased(), let host = url.host(percentEncoded: true)?.lowercased(),
            !host.isEmpty
        else { return nil }
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let usual = scheme == "https" ? 443 : 80
        guard let port = url.port, port != usual else { return "\(scheme)://\(bracketed)" }
        return "\(scheme)://\(bracketed):\(port)"
    }

    private static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")
}
