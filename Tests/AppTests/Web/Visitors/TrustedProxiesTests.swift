import HTTPTypes
import Testing

@testable import App

@Suite("Whose address counts behind a proxy (ACC-14)")
struct TrustedProxiesTests {
    private static let name = HTTPField.Name("X-Forwarded-For")

    private func visitor(
        _ values: String..., peer: String = "127.0.0.1", trusting proxies: [String] = ["127.0.0.1", "10.0.0.0/8"],
        header: String = "X-Forwarded-For"
    ) throws -> String {
        var headers = HTTPFields()
        let name = try #require(HTTPField.Name(header))
        for value in values { headers.append(HTTPField(name: name, value: value)) }
        return try TrustedProxies(proxies, header: header).visitor(peer: peer, headers)
    }

    @Test(
        "the right-most address that is no trusted proxy's is the visitor's",
        arguments: [
            ("203.0.113.5", "203.0.113.5"), ("203.0.113.5, 10.1.2.3", "203.0.113.5"),
            ("192.0.2.1, 203.0.113.5", "203.0.113.5"), ("203.0.113.5,10.0.0.1,10.0.0.2", "203.0.113.5"),
            ("203.0.113.5:4711", "203.0.113.5"), ("[2001:DB8::1]:443", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"),
            ("2001:db8:0:0::1", "2001:db8::1"), ("::ffff:203.0.113.5", "203.0.113.5"),
            ("\"203.0.113.5\"", "203.0.113.5"),
        ])
    func rightMost(header: String, expected: String) throws { #expect(try visitor(header) == expected) }

    @Test(
        "what a stranger wrote at the left changes nothing",
        arguments: [
            "127.0.0.1, 203.0.113.5", "10.0.0.9, 203.0.113.5", "junk, 203.0.113.5", "\"open, 203.0.113.5",
            ", , ,203.0.113.5", "::1]:, 203.0.113.5",
        ])
    func spoofed(header: String) throws { #expect(try visitor(header) == "203.0.113.5") }

    @Test("a long left part is not read at all")
    func long() throws {
        let flood = String(repeating: "192.0.2.1, ", count: 5_000)
        #expect(try visitor(flood + "203.0.113.5") == "203.0.113.5")
    }

    @Test(
        "what names nobody leaves the nearest proxy that is known",
        arguments: [
            ("unknown", "127.0.0.1"), ("203.0.113.5, unknown, 10.0.0.7", "10.0.0.7"), ("", "127.0.0.1"),
            ("203.0.113.999", "127.0.0.1"), ("203.0.113.5:x", "127.0.0.1"), ("[203.0.113.5", "127.0.0.1"),
            ("203.0.113.5 192.0.2.1", "127.0.0.1"), ("010.0.0.1", "127.0.0.1"), ("203.0.113.5,", "127.0.0.1"),
        ])
    func junk(header: String, expected: String) throws { #expect(try visitor(header) == expected) }

    @Test("with trusted proxies alone it is the first of them")
    func proxiesAlone() throws { #expect(try visitor("10.0.0.1, 10.0.0.2") == "10.0.0.1") }

    @Test("a peer that is no trusted proxy is the visitor, whatever it says")
    func untrustedPeer() throws {
        #expect(try visitor("203.0.113.5", peer: "192.0.2.66") == "192.0.2.66")
        #expect(try visitor("203.0.113.5", trusting: []) == "127.0.0.1")
        #expect(try visitor("203.0.113.5", peer: "-") == "-")
    }

    @Test("a proxy that comes over IPv6 is known by its address of IPv4, and the other way round")
    func mappedPeer() throws {
        #expect(try visitor("203.0.113.5", peer: "::ffff:127.0.0.1") == "203.0.113.5")
        #expect(try visitor("203.0.113.5", peer: "127.0.0.1", trusting: ["::ffff:127.0.0.1"]) == "203.0.113.5")
        #expect(try visitor("203.0.113.5", peer: "fd00::7", trusting: ["fd00::/8"]) == "203.0.113.5")
    }

    @Test("two headers of one name are read as one, in their order")
    func twoHeaders() throws {
        #expect(try visitor("192.0.2.1", "203.0.113.5") == "203.0.113.5")
        #expect(try visitor("203.0.113.5", "10.0.0.1") == "203.0.113.5")
    }

    @Test("only the header that is named is believed")
    func otherHeader() throws {
        #expect(try visitor("203.0.113.5", header: "X-Real-IP") == "203.0.113.5")
        let name = try #require(Self.name)
        #expect(
            try TrustedProxies(["127.0.0.1"], header: "X-Real-IP")
                .visitor(peer: "127.0.0.1", [name: "203.0.113.5"]) == "127.0.0.1")
    }

    @Test(
        "the standard header is read as well",
        arguments: [
            ("for=203.0.113.5", "203.0.113.5"), ("For=\"[2001:db8::1]:4711\";proto=https", "2001:db8::1"),
            ("for=192.0.2.1, proto=https;for=203.0.113.5;by=10.0.0.1", "203.0.113.5"),
            ("for=\"evil, for=203.0.113.5", "203.0.113.5"), ("for=_hidden", "127.0.0.1"), ("proto=https", "127.0.0.1"),
            ("for=203.0.113.5;for=192.0.2.1", "127.0.0.1"), ("for=203.0.113.5, for=10.0.0.3", "203.0.113.5"),
        ])
    func forwarded(header: String, expected: String) throws {
        #expect(try visitor(header, header: "Forwarded") == expected)
    }

    @Test(
        "what is no address and no range is refused at start", arguments: ["localhost", "10.0.0.0/33", "10.0.0.0/", ""])
    func settings(text: String) {
        #expect(throws: TrustedProxyProblem.address(text)) { try TrustedProxies([text]) }
    }

    @Test("what is no name of a header is refused at start")
    func settingsHeader() {
        #expect(throws: TrustedProxyProblem.header("X Forwarded")) { try TrustedProxies([], header: "X Forwarded") }
    }
}
