/// CIDR block, such as `10.0.0.0/8`, `fd00::/8` or a single address (ACC-14).
struct AddressBlock: Hashable, Sendable {
    private let first: IPAddress
    private let bits: Int

    /// - Returns: nil when it is no address, or the prefix is longer than the address.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let first = parts.first.flatMap(IPAddress.init) else { return nil }
        let whole = first.bytes.count * 8
        guard parts.count == 2 else {
            self.init(first: first, bits: whole)
            return
        }
        guard (1...3).contains(parts[1].utf8.count), parts[1].allSatisfy(\.isASCII), let bits = Int(parts[1]),
            (0...whole).contains(bits)
        else { return nil }
        self.init(first: first, bits: bits)
    }

    private init(first: IPAddress, bits: Int) {
        self.first = first
        self.bits = bits
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return zip(first.bytes, address.bytes).enumerated().allSatisfy { index, pair in
            let left = max(0, min(8, bits - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> left)
            return pair.0 & mask == pair.1 & mask
        }
    }
}
