import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite struct CookiesTests {
    @Test("cookies are read by name; the first of two counts, damaged pairs are left out")
    func reads() {
        let cookies = RequestCookies.parse([
            .cookie: "session=abc; lang=zh-Hans;x=; session=other; bad name=1; quoted=\"v\"; =v; lone; e=é; t=a=b"
        ])
        #expect(cookies == ["session": "abc", "lang": "zh-Hans", "x": "", "t": "a=b"])
    }

    @Test("several Cookie headers are read as one, and a flood of them is cut")
    func several() {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .cookie, value: "a=1"))
        headers.append(HTTPField(name: .cookie, value: "b=2"))
        #expect(RequestCookies.parse(headers) == ["a": "1", "b": "2"])
        let flood = (0..<5_000).map { "c\($0)=1" }.joined(separator: "; ")
        #expect(RequestCookies.parse([.cookie: flood]).count == 100)
        #expect(RequestCookies.parse([.cookie: "a=" + String(repeating: "v", count: 20_000)])["a"]?.count == 16_382)
        #expect(RequestCookies.parse([:]).isEmpty)
    }

    @Test("over https a cookie is Secure and bound to its host by its name")
    func https() throws {
        let scope = CookieScope(baseURL: try #require(URL(string: "HTTPS://care.example")))
        #expect(
            scope.cookie("session", "abc", keptFor: 60).headerValue
                == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure")
        #expect(scope.value("session", in: [.cookie: "session=forged; __Host-session=abc"]) == "abc")
    }

    @Test("over http the plain name is used, as browsers refuse the other")
    func http() throws {
        let scope = CookieScope(baseURL: try #require(URL(string: "http://127.0.0.1:8080")))
        #expect(scope.cookie("session", "abc").headerValue == "session=abc; Path=/; HttpOnly; SameSite=Lax")
        #expect(scope.removal("session").headerValue == "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
        #expect(scope.value("session", in: [.cookie: "session=abc"]) == "abc")
    }

    @Test("no value can add an attribute or a header")
    func injection() {
        let cookie = SetCookie(name: "a b=", value: "x; Domain=evil\r\nX: y,\"z\\", maxAge: nil, isSecure: false)
        #expect(cookie.headerValue == "ab=xDomain=evilX:yz; Path=/; HttpOnly; SameSite=Lax")
        var headers = HTTPFields()
        headers.add(cookie)
        headers.add(cookie)
        #expect(headers[values: .setCookie].count == 2)
    }
}
