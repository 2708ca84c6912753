import Foundation

/// Whom an address stands for, where somebody is held to a limit whom nobody knows.
enum NetworkAddress {
    /// The address, or the first 48 bits of one of IPv6: what one customer of a provider may own.
    static func site(of address: String) -> String {
        network(of: address).split(separator: ":").prefix(3).joined(separator: ":")
    }

    /// The address, or the first half of one of IPv6, as one household or office owns all of the other half.
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
