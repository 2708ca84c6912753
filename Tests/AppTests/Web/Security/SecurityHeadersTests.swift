import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite struct SecurityHeadersTests {
    private func headers(_ base: String, _ own: HTTPFields = [:]) throws -> HTTPFields {
        var fields = own
        SecurityHeaders(baseURL: try #require(URL(string: base))).apply(to: &fields)
        return fields
    }

    private func value(_ name: String, _ fields: HTTPFields) throws -> String? {
        fields[try #require(HTTPField.Name(name))]
    }

    @Test("an answer gets every header once")
    func all() throws {
        let fields = try headers("http://127.0.0.1:8080")
        #expect(
            try value("Content-Security-Policy", fields)
                == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        #expect(try value("X-Content-Type-Options", fields) == "nosniff")
        #expect(try value("X-Frame-Options", fields) == "DENY")
        #expect(try value("Referrer-Policy", fields) == "same-origin")
        #expect(try value("Cross-Origin-Opener-Policy", fields) == "same-origin")
        #expect(try value("Cross-Origin-Resource-Policy", fields) == "same-origin")
        #expect(try value("Permissions-Policy", fields)?.contains("camera=()") == true)
        #expect(try value("Cache-Control", fields) == "no-store")
        #expect(fields.count == 8)
    }

    @Test("what an answer says itself about caching stays")
    func ownCaching() throws {
        let fields = try headers("http://a", [.cacheControl: "public"])
        #expect(fields[values: .cacheControl] == ["public"])
    }

    @Test("only an https address asks for https from then on")
    func strictTransport() throws {
        #expect(try value("Strict-Transport-Security", headers("https://a")) == "max-age=31536000")
        #expect(try value("Strict-Transport-Security", headers("http://a")) == nil)
    }
}
