import Foundation

/// Groups IP addresses for rate limits of unauthenticated visitors.
enum NetworkAddress {
    /// IPv4 address, or /48 of an IPv6 address: what one customer of a provider may have.
    static func site(of address: String) -> String {
        network(of: address).split(separator: ":").prefix(3).joined(separator: ":")
    }

    /// IPv4 address, or /64 of an IPv6 address: one household or office.
    static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        if let mapped = address.split(separator: ":").last, mapped.contains(".") { return String(mapped) }
        let sides = address.components(separatedBy: "::")
        let head = groups(sides.first ?? "")
        let tail = sides.count > 1 ? groups(sides[1]) : []
        let gap = Array(repeating: "0", count: max(0, 8 - head.count - tail.count))
        return (head + gap + tail).prefix(4).joined(separator: ":")
    }

    private static func groups(_ text: String) -> [String] { text.split(separator: ":").map(String.init) }
}
