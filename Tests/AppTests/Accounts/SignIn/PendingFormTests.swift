import Testing

@testable import App

@Suite("Forms that wait for a sign-in")
struct PendingFormTests {
    @Test("every field comes back as it was typed, repeated ones in their order")
    func roundTrip() throws {
        let fields = ["name": ["王 & 李 = \"家\"\r\n+%"], "roles": ["agent", "finance", ""], "note": ["𠮷·👍🏽"], "": ["x"]]
        let sent = try #require(PendingForm(path: "/customers/5/edit?a=b", fields: fields))
        let back = try #require(PendingForm(path: sent.path, body: sent.body))
        #expect(back.path == "/customers/5/edit?a=b")
        #expect(Dictionary(grouping: back.fields, by: \.name).mapValues { $0.map(\.value) } == fields)
    }

    @Test(
        "a form is only sent on to an address of this site",
        arguments: [
            "https://evil.example/", "//evil.example", "/\\evil.example", "\\/evil.example", "/\t/evil.example", "",
            "customers", "/客户", "javascript:alert(1)",
        ])
    func foreign(path: String) {
        #expect(PendingForm(path: path, body: "a=b") == nil)
    }

    @Test(
        "forms with passwords are not kept, nor those that mean nothing later",
        arguments: ["/password", "/password?x=1", "/sign-in", "/sign-out", "/language", "/set-up/abc"])
    func secret(path: String) {
        #expect(PendingForm(path: path, body: "password=x") == nil)
    }

    @Test("while it waits nobody can read it, change it, or make one")
    func sealing() throws {
        let seal = PendingFormSeal(key: Sodium.randomBytes(32))
        let form = try #require(PendingForm(path: "/customers", fields: ["notes": ["secret"], "opened-by": ["7"]]))
        let sealed = seal.seal(form)
        #expect(!sealed.contains("secret") && sealed != seal.seal(form), "never the same twice")
        let back = try #require(seal.open(sealed))
        #expect(back.path == form.path && back.body == form.body && back.opener == 7)
        #expect(PendingFormSeal(key: Sodium.randomBytes(32)).open(sealed) == nil)
        for text in [nil, "", "-", "AAAA", String(sealed.dropLast(2)), sealed + "AA", "notes=secret"] {
            #expect(seal.open(text) == nil, "\(text ?? "nil")")
        }
    }

    @Test("what is too long, damaged or absent is not kept")
    func damaged() {
        #expect(PendingForm(path: "/customers", body: "a=" + String(repeating: "x", count: 100 << 10)) == nil)
        #expect(PendingForm(path: "/customers", body: "a=%zz") == nil)
        #expect(PendingForm(path: "/customers", body: nil) == nil)
        #expect(PendingForm(path: nil, body: "a=b") == nil)
    }
}
