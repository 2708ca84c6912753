import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite struct CrossOriginCheckTests {
    private func allows(
        _ method: HTTPRequest.Method = .post, site: String? = nil, origin: String? = nil, session: Bool,
        base: String = "https://care.example"
    ) throws -> Bool {
        var headers = HTTPFields()
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        if let origin { headers[.origin] = origin }
        let check = CrossOriginCheck(baseURL: try #require(URL(string: base)))
        return check.allows(method: method, headers: headers, hasSessionCookie: session)
    }

    @Test("the browser's own word decides, whatever the origin says", arguments: [true, false])
    func fetchSite(session: Bool) throws {
        #expect(try allows(site: "same-origin", session: session))
        #expect(try allows(site: "none", session: session))
        #expect(try allows(site: "same-origin", origin: "http://proxy.internal", session: session))
        for site in ["same-site", "cross-site", "", "Same-Origin", "same-origin, none"] {
            #expect(try !allows(site: site, origin: "https://care.example", session: session))
        }
    }

    @Test("without that word the whole origin must be ours", arguments: [true, false])
    func origin(session: Bool) throws {
        #expect(try allows(origin: "https://care.example", session: session))
        for other in [
            "http://care.example", "https://care.example:8443", "https://care.example.evil.example", "null", "",
            "https://evil.example", "https://evil.example/https://care.example",
            "https://care.example, https://care.example",
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
            #expect(try allows(method, site: "cross-site", session: true))
        }
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .trace] {
            #expect(try !allows(method, site: "cross-site", session: true))
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
