import Foundation
import HTTPTypes

/// Protection against CSRF: decides whether a request that changes something comes from our own pages.
struct CrossOriginCheck: Sendable {
    private let own: String?
    private let origins: Set<String>
    private let authorities: Set<String>
    /// `http://` when people open the server on the machine that it runs on, perhaps through a tunnel with a port of its own.
    private let localScheme: String?

    /// - Parameter baseURL: the address people use; its scheme, host and port count.
    /// - Parameter listening: where the server listens, which some proxies put in the place of the host that was asked.
    init(baseURL: URL, listening: (host: String, port: Int) = ("127.0.0.1", 8080)) {
        own = Self.origin(of: baseURL)
        // This machine has several names; whoever opens a demo by another one is no stranger if the browser says so.
        let isLocal = Self.isThisMachine(baseURL.host() ?? "")
        let aliases = isLocal ? Self.thisMachine.compactMap { Self.origin(of: baseURL, named: $0) } : []
        localScheme = isLocal ? baseURL.scheme.map { $0.lowercased() + "://" } : nil
        origins = Set([own].compactMap { $0 } + aliases)
        let inner = (Self.thisMachine + [listening.host]).map { "\(Self.bracketed($0)):\(listening.port)" }
        authorities = Set(origins.compactMap { $0.split(separator: "/").last.map(String.init) } + inner)
    }

    /// Whether to go on. Reading is always allowed. Whoever names another host has been led here by another site's name
    /// (DNS rebinding); a browser's own word (`Sec-Fetch-Site`) and the whole `Origin` must both be good where they are
    /// there; without both only a request that carries no session goes on.
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

    /// The oldest clients name no host at all, and those who drive them are no browsers.
    private func isOwn(_ authority: String) -> Bool {
        if authority.isEmpty || authorities.contains(authority) { return true }
        if localScheme != nil, let host = authority.wholeMatch(of: /(.+?)(:[0-9]+)?/)?.output.1 {
            return Self.thisMachine.contains(String(host))
        }
        return authorities.contains(Self.withoutUsualPort(authority))
    }

    /// The origin as browsers write it: in lower case, without the usual port.
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

    /// The names of this machine for itself, and those of a server that listens everywhere.
    private static func isThisMachine(_ host: String) -> Bool {
        thisMachine.contains(host.lowercased()) || ["::1", "0.0.0.0", "::", "[::]"].contains(host)
    }

    private static let thisMachine = ["127.0.0.1", "localhost", "[::1]"]
    private static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")
}
