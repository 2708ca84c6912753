/// The proxy chain in a forwarding header; the last proxy is at the right (ACC-14).
struct ForwardedHops: Sendable {
    /// From right to left; nil for an unusable name, such as `unknown` or an obfuscated one.
    let fromTheRight: [IPAddress?]

    /// More than any real chain of proxies; entries further left may be forged.
    private static let most = 32

    /// - Parameter values: the header's values, in the order received.
    /// - Parameter isForwarded: whether it is `Forwarded` (RFC 7239) rather than a plain list of addresses.
    init(_ values: [String], isForwarded: Bool) {
        var hops: [IPAddress?] = []
        for value in values.reversed() {
            for element in Self.elements(value).reversed() where hops.count < Self.most {
                hops.append(isForwarded ? Self.named(in: element) : Self.address(element[...]))
            }
        }
        fromTheRight = hops
    }

    /// Splits at commas from the right: an unclosed quote left of the last proxy's own entry may be a stranger's, and
    /// must not swallow that.
    private static func elements(_ value: String) -> [String] {
        var elements: [String] = []
        var current: [UInt8] = []
        var isQuoted = false
        for byte in value.utf8.suffix(8 << 10).reversed() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ","), !isQuoted {
                elements.append(String(decoding: current.reversed(), as: UTF8.self))
                current = []
            } else {
                current.append(byte)
            }
        }
        elements.append(String(decoding: current.reversed(), as: UTF8.self))
        return elements.reversed()
    }

    /// The `for` parameter of one `Forwarded` element.
    private static func named(in element: String) -> IPAddress? {
        let pairs = element.split(separator: ";").map { HeaderValue.trimmed(String($0)) }
        let names = pairs.filter { $0.lowercased().hasPrefix("for=") }
        guard names.count == 1, let name = names.first else { return nil }
        return address(name.dropFirst(4))
    }

    /// An address with or without quotes, brackets and port.
    private static func address(_ text: Substring) -> IPAddress? {
        var node = HeaderValue.trimmed(String(text))
        if node.count >= 2, node.hasPrefix("\""), node.hasSuffix("\"") { node = String(node.dropFirst().dropLast()) }
        if let address = IPAddress(node) { return address }
        if node.hasPrefix("[") {
            let parts = node.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, isPort(parts[1]) else { return nil }
            return IPAddress(String(parts[0]))
        }
        let parts = node.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, isPort(":" + parts[1]) else { return nil }
        return IPAddress(String(parts[0]))
    }

    private static func isPort(_ text: some StringProtocol) -> Bool {
        if text.isEmpty { return true }
        return text.hasPrefix(":") && (2...6).contains(text.utf8.count)
            && text.dropFirst().utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
