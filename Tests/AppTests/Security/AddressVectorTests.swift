import Forms
import HTTPTypes
import Testing

@testable import App

/// Addresses, searches, cookies and headers are text as well.
struct AddressVectorTests {
    private func encoded(_ text: String) -> String {
        String(FormText.encode([("q", text)]).dropFirst(2)).replacing("+", with: "%20")
    }

    @Test("sixty vectors raw in the path, as a browser would never send them")
    func raw() async throws {
        let company = try await TestCompany()
        let plain = try PageShape(try await company.answer(.get, "/nothing"))
        for vector in ScriptVectors.all {
            for path in ["/\(vector)", "/nothing?\(vector)", "/nothing#\(vector)", vector] {
                let page = try await company.answer(.get, path)
                guard page.isHTML else {
                    #expect([303, 404].contains(page.status) || page.status == 200 && !page.html.contains("<"))
                    continue
                }
                #expect(try PageShape(page).elements == plain.elements, "\(path)")
            }
        }
    }

    @Test("sixty vectors as cookies and headers change nothing on a page")
    func headers() async throws {
        let company = try await TestCompany()
        let path = Paths.signIn
        let plain = try await company.answer(.get, path)
        let without = { (page: ShownPage) in page.html.replacing(#/name="submission" value="[^"]*"/#, with: "") }
        for vector in ScriptVectors.all {
            let line = vector.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.reduce(into: "") {
                $0.unicodeScalars.append($1)
            }
            for name in ["notice", "language", "session"] {
                let page = try await company.answer(.get, path, cookies: [name: line])
                #expect(without(page) == without(plain), "\(name): \(line)")
            }
            let headers: HTTPFields = [.acceptLanguage: line, .userAgent: line, .referer: line]
            #expect(without(try await company.answer(.get, path, headers)) == without(plain))
        }
    }

}
