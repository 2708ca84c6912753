import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("A company behind a proxy with TLS (ACC-14)")
struct VisitorTests {
    private static func company() async throws -> TestCompany {
        try await TestCompany {
            Settings(data: $0, baseURL: URL(string: "https://care.example"), trustedProxies: ["192.0.2.1"])
        }
    }

    private func headers(_ visitor: String, _ more: HTTPFields = [:]) throws -> HTTPFields {
        var headers = more
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = visitor
        return headers
    }

    @Test("the trail and the limits see the visitor and not the proxy")
    func address() async throws {
        let company = try await Self.company()
        let form = FormText.encode([("username", "nobody"), ("password", "wrong horse battery")])
        for visitor in ["203.0.113.5", "203.0.113.6"] {
            let answer = try await company.browser().send(.post, "/sign-in", headers: headers(visitor), body: form)
            #expect(answer.status == 422)
        }
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE address = '203.0.113.5'") == 1)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE address = '203.0.113.6'") == 1)
    }

    @Test("one visitor's forms are not counted against another behind the same proxy")
    func limits() async throws {
        let company = try await Self.company()
        for _ in 0..<40 {
            _ = try await company.browser().send(
                .get, "/feedback/\(UUID().uuidString)", headers: headers("203.0.113.5"))
        }
        let path = "/feedback/\(UUID().uuidString)"
        #expect(try await company.browser().send(.get, path, headers: headers("203.0.113.5")).status == 429)
        #expect(try await company.browser().send(.get, path, headers: headers("203.0.113.6")).status == 404)
    }

    @Test("every cookie is bound to this host and to https, the switch of languages and notices too")
    func cookies() async throws {
        let company = try await Self.company()
        let browser = company.browser()
        let chosen = try await browser.send(.post, "/language", body: "language=en&return=%2Fsign-in")
        #expect(
            chosen.headers[.setCookie]
                == "__Host-language=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure")
        #expect(try await browser.get("/sign-in").html.contains("Username"))
        let out = try await browser.send(.post, "/sign-out")
        let set = out.headers[values: .setCookie]
        #expect(set.contains { $0.hasPrefix("__Host-notice=") })
        #expect(set.allSatisfy { $0.hasPrefix("__Host-") && $0.hasSuffix("; Secure") })
        let next = try await browser.get("/sign-in")
        #expect(next.html.contains(Strings.catalogues[.english]?["notice.signed-out"] ?? "-"))
        #expect(
            next.headers[values: .setCookie].contains { $0.hasPrefix("__Host-notice=; ") && $0.contains("Max-Age=0") })
    }

    @Test("a plain cookie of a neighbour is not taken for ours")
    func plainCookie() async throws {
        let browser = try await Self.company().browser(in: .simplified)
        browser.keep(cookie: "language", "en")
        #expect(try await browser.get("/sign-in").html.contains("lang=\"zh-Hans\""))
    }
}
