import Foundation

/// IPv4 or IPv6 address as bytes, so that different spellings compare equal (ACC-14).
struct IPAddress: Hashable, Sendable {
    /// 4 or 16 bytes; an IPv4-mapped IPv6 address has 4.
    let bytes: [UInt8]

    /// - Returns: nil for anything but a bare address: no port, brackets or name.
    init?(_ text: String) {
        guard (2...45).contains(text.utf8.count) else { return nil }
        if let bytes = Self.read(text, AF_INET, 4) {
            self.bytes = bytes
        } else if let bytes = Self.read(text, AF_INET6, 16) {
            self.bytes = bytes.starts(with: Self.mapped) ? Array(bytes[12...]) : bytes
        } else {
            return nil
        }
    }

    /// Canonical text: lower case, the longest run of zeros left out.
    var text: String {
        var buffer = [CChar](repeating: 0, count: 46)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "-" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether it is the loopback address, which no remote client can have.
    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1] }

    /// `::ffff:0:0/96`, the IPv4-mapped addresses of IPv6.
    private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

    private static func read(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
