import HTTPTypes

/// Reverse proxies whose forwarding header is trusted, and which header that is (ACC-14).
struct TrustedProxies: Sendable {
    private let blocks: [AddressBlock]
    private let header: HTTPField.Name?
    private let isForwarded: Bool

    /// - Throws: `TrustedProxyProblem` that says what is wrong in the settings.
    init(_ addresses: [String] = [], header: String = Settings.usualProxyHeader) throws(TrustedProxyProblem) {
        var blocks: [AddressBlock] = []
        for address in addresses {
            guard let block = AddressBlock(address) else { throw .address(address) }
            blocks.append(block)
        }
        self.blocks = blocks
        guard let name = HTTPField.Name(header) else { throw .header(header) }
        self.header = name
        isForwarded = name.canonicalName == "forwarded"
    }

    /// Whether the TCP peer is a trusted proxy.
    func contains(_ peer: String) -> Bool { IPAddress(peer).map(isTrusted) ?? false }

    /// The visitor's own address: the right-most one in the header that is not a trusted proxy's, if the peer is one.
    /// Anything left of it may be forged, and an unusable entry hides all those left of it.
    func visitor(peer: String, _ headers: HTTPFields) -> String {
        guard let near = IPAddress(peer) else { return peer }
        guard isTrusted(near), let header else { return near.text }
        var visitor = near
        for hop in ForwardedHops(headers[values: header], isForwarded: isForwarded).fromTheRight {
            guard let hop else { break }
            visitor = hop
            guard isTrusted(hop) else { break }
        }
        return visitor.text
    }

    private func isTrusted(_ address: IPAddress) -> Bool { blocks.contains { $0.contains(address) } }
}

/// What is wrong with the proxies that the settings name.
enum TrustedProxyProblem: Error, Hashable, CustomStringConvertible {
    case address(String)
    case header(String)

    var description: String {
        switch self {
        case .address(let text):
            "A trusted proxy is an address or a range, such as 127.0.0.1 or 10.0.0.0/8; \(text) is neither."
        case .header(let text): "The proxies' header has a name such as X-Forwarded-For; \(text) is no header's name."
        }
    }
}
