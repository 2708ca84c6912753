import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite struct CrossOriginCheckTests {
    private func allows(
        _ method: HTTPRequest.Method = .post, site: String? = nil, origin: String? = nil,
        host: String? = "care.example", session: Bool = true, base: String = "https://care.example"
    ) throws -> Bool {
        var headers = HTTPFields()
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        if let origin { headers[.origin] = origin }
        let check = CrossOriginCheck(baseURL: try #require(URL(string: base)), listening: ("127.0.0.1", 8080))
        let request = HTTPRequest(method: method, scheme: "http", authority: host, path: "/", headerFields: headers)
        return check.allows(request, hasSessionCookie: session)
    }

    @Test("the browser's own word is needed where it is given", arguments: [true, false])
    func fetchSite(session: Bool) throws {
        #expect(try allows(site: "same-origin", session: session))
        #expect(try allows(site: "none", session: session))
        #expect(try allows(site: "same-origin", origin: "https://care.example", session: session))
        for site in ["same-site", "cross-site", "", "Same-Origin", "same-origin, none"] {
            #expect(try !allows(site: site, origin: "https://care.example", session: session))
        }
    }

    @Test("a good word beside a foreign origin is not enough", arguments: ["same-origin", "none"])
    func foreignOrigin(site: String) throws {
        for other in ["https://evil.example", "http://care.example", "http://proxy.internal", "null", ""] {
            #expect(try !allows(site: site, origin: other))
        }
    }

    @Test("a good word beside a foreign host is not enough, with or without a session", arguments: [true, false])
    func foreignHost(session: Bool) throws {
        for host in ["evil.example", "care.example.evil.example", "care.example:8443", "127.0.0.1:9999", "192.0.2.1"] {
            #expect(try !allows(site: "same-origin", host: host, session: session))
            #expect(try !allows(site: "same-origin", origin: "https://care.example", host: host, session: session))
            #expect(try !allows(host: host, session: session))
        }
    }

    @Test("the host may come as it was asked, as a proxy puts it, or not at all")
    func ownHost() throws {
        for host in ["care.example", "CARE.example", "care.example:443", "127.0.0.1:8080", "localhost:8080", nil] {
            #expect(try allows(site: "same-origin", host: host))
        }
    }

    @Test("on this machine every name of it is its own, at the same port")
    func loopback() throws {
        let base = "http://127.0.0.1:9000"
        for name in ["127.0.0.1:9000", "localhost:9000", "[::1]:9000"] {
            #expect(try allows(site: "same-origin", origin: "http://\(name)", host: name, base: base))
        }
        #expect(try !allows(site: "same-origin", origin: "http://localhost:9001", host: "localhost:9000", base: base))
        #expect(try allows(site: "same-origin", origin: "http://localhost:22", host: "localhost:22", base: base))
        #expect(try !allows(site: "same-origin", host: "localhost.evil.example:9000", base: base))
        #expect(try !allows(origin: "http://evil.example:9000", host: "evil.example:9000", base: base))
        let everywhere = "http://0.0.0.0:9000"
        #expect(
            try allows(site: "same-origin", origin: "http://localhost:9000", host: "localhost:9000", base: everywhere))
        #expect(try !allows(origin: "http://localhost:9000", host: "localhost:9000", base: base))
    }

    @Test("without that word the whole origin must be ours", arguments: [true, false])
    func origin(session: Bool) throws {
        #expect(try allows(origin: "https://care.example", session: session))
        for other in [
            "http://care.example", "https://care.example:8443", "https://care.example.evil.example", "null", "",
            "https://evil.example", "https://evil.example/https://care.example",
            "https://care.example, https://care.example", "https://127.0.0.1", "http://127.0.0.1:8080",
        ] {
            #expect(try !allows(origin: other, session: session))
        }
    }

    @Test("with neither, only a request without a session goes on")
    func neither() throws {
        #expect(try !allows(session: true))
        #expect(try allows(session: false))
    }

    @Test("reading is always allowed, every other method is checked")
    func methods() throws {
        for method in [HTTPRequest.Method.get, .head, .options] {
            #expect(try allows(method, site: "cross-site"))
        }
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .trace] {
            #expect(try !allows(method, site: "cross-site"))
        }
    }

    @Test(
        "an origin is written as browsers do",
        arguments: [
            ("HTTPS://Care.Example/path", "https://care.example"), ("https://a:443", "https://a"),
            ("http://a:80/", "http://a"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://a:443", "http://a:443"),
            ("http://[::1]:8080", "http://[::1]:8080"), ("/path", nil),
        ])
    func writing(url: String, origin: String?) throws {
        #expect(CrossOriginCheck.origin(of: try #require(URL(string: url))) == origin)
    }
}
