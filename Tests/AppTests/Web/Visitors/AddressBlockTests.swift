import Testing

@testable import App

@Suite("Ranges of addresses")
struct AddressBlockTests {
    @Test(
        "an address lies in the range that its first bits name",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
            ("192.0.2.0/25", "192.0.2.127", true),
            ("192.0.2.0/25", "192.0.2.128", false), ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
            ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false), ("fd00::/8", "fdff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
        ])
    func contains(block: String, address: String, isInside: Bool) throws {
        let block = try #require(AddressBlock(block))
        #expect(block.contains(try #require(IPAddress(address))) == isInside)
    }

    @Test(
        "what is no range is none",
        arguments: ["", "/8", "10.0.0.0/8/8", "10.0.0.0/-1", "10.0.0.0/٨", "a.b.c.d", "::/129"])
    func none(text: String) { #expect(AddressBlock(text) == nil) }
}
