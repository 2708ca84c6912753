import Foundation
import HTTPTypes

/// CSRF protection: decides whether a request that changes something comes from our own pages.
struct CrossOriginCheck: Sendable {
    private let own: String?
    private let origins: Set<String>
    private let authorities: Set<String>
    /// `http://` when the server is opened on its own machine, perhaps through a tunnel with another port.
    private let localScheme: String?

    /// - Parameter baseURL: the address people use; its scheme, host and port count.
    /// - Parameter listening: the address listened on, which some proxies send as `Host` instead of the original.
    init(baseURL: URL, listening: (host: String, port: Int) = ("127.0.0.1", 8080)) {
        own = Self.origin(of: baseURL)
        // This machine has several names; a demo may be opened under any of them if the browser vouches for the origin.
        let isLocal = Self.isThisMachine(baseURL.host() ?? "")
        let aliases = isLocal ? Self.thisMachine.compactMap { Self.origin(of: baseURL, named: $0) } : []
        localScheme = isLocal ? baseURL.scheme.map { $0.lowercased() + "://" } : nil
        origins = Set([own].compactMap { $0 } + aliases)
        let inner = (Self.thisMachine + [listening.host]).map { "\(Self.bracketed($0)):\(listening.port)" }
        authorities = Set(origins.compactMap { $0.split(separator: "/").last.map(String.init) } + inner)
    }

    /// Safe methods always pass. An unknown `Host` is refused (DNS rebinding). `Sec-Fetch-Site` and `Origin` must be
    /// good where they are present; without both, only a request without a session cookie passes.
    func allows(_ request: HTTPRequest, hasSessionCookie: Bool) -> Bool {
        if request.method == .get || request.method == .head || request.method == .options { return true }
        let headers = request.headerFields
        let authority = request.authority?.lowercased() ?? ""
        guard isOwn(authority) else { return false }
        let site = Self.secFetchSite.flatMap { headers[$0] }
        if let site, site != "same-origin", site != "none" { return false }
        guard let origin = headers[.origin]?.lowercased() else { return site != nil || !hasSessionCookie }
        if site == nil { return origin == own }
        return origins.contains(origin) || localScheme.map { $0 + authority == origin } ?? false
    }

    /// An absent `Host` passes: only clients that are no browsers omit it.
    private func isOwn(_ authority: String) -> Bool {
        if authority.isEmpty || authorities.contains(authority) { return true }
        if localScheme != nil, let host = authority.wholeMatch(of: /(.+?)(:[0-9]+)?/)?.output.1 {
            return Self.thisMachine.contains(String(host))
        }
        return authorities.contains(Self.withoutUsualPort(authority))
    }

    /// The origin as browsers write it: in lower case, without the default port.
    static func origin(of url: URL) -> String? {
        url.host(percentEncoded: true).flatMap { origin(of: url, named: $0) }
    }

    private static func origin(of url: URL, named host: String) -> String? {
        guard let scheme = url.scheme?.lowercased(), !host.isEmpty else { return nil }
        let usual = scheme == "https" ? 443 : 80
        let name = "\(scheme)://\(bracketed(host.lowercased()))"
        guard let port = url.port, port != usual else { return name }
        return "\(name):\(port)"
    }

    private static func withoutUsualPort(_ authority: String) -> String {
        for port in [":443", ":80"] where authority.hasSuffix(port) { return String(authority.dropLast(port.count)) }
        return authority
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    /// Names of this machine: loopback, and those of a server that listens on all interfaces.
    private static func isThisMachine(_ host: String) -> Bool {
        thisMachine.contains(host.lowercased()) || ["::1", "0.0.0.0", "::", "[::]"].contains(host)
    }

    private static let thisMachine = ["127.0.0.1", "localhost", "[::1]"]
    private static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")
}
