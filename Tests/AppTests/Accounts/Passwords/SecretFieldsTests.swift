import Foundation
import GRDB
import Testing

@testable import App

@Suite("A password leaves nothing behind but its slow hash (ACC-10)")
struct SecretFieldsTests {
    @Test("every field in which a password is typed is known, by whichever form asks for it")
    func known() throws {
        let asking = try ProjectFolder.files(in: "Sources/App", ["swift"]).filter {
            $0.text.contains("Field<String>.password(")
        }
        #expect(
            Set(asking.map(\.name)) == ["SignInForm.swift", "SetUpForm.swift", "PasswordForm.swift"],
            "another form has to be named in SecretFields")
        #expect(SecretFields.names == ["current", "password", "repeated"])
    }

    @Test("two changes of password that differ in nothing but the passwords have one digest")
    func digests() async throws {
        let company = try await TestCompany()
        let first = SubmissionID.Binding(method: "POST", path: Paths.password, fields: form("correct horse one"))
        let second = SubmissionID.Binding(method: "POST", path: Paths.password, fields: form("quite another two"))
        #expect(first == second)
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.password)
        let new = Typed("a battery that is new")
        try await browser.submit(
            page.form(Paths.password), ["current": Typed(TestCompany.password), "password": new, "repeated": new])
        let stored = try await company.database.read { db in
            try String.fetchOne(db, sql: "SELECT content_digest FROM submission ORDER BY at DESC")
        }
        #expect(stored != nil && stored == SubmissionID.Binding(method: "POST", path: "", fields: [:]).content)
    }

    @Test("digests of passwords that were stored before are forgotten, and no others")
    func forgotten() async throws {
        let company = try await TestCompany()
        let rows = [
            ("password", Sodium.sha256("POST /password".utf8), "/sessions"), ("set-up", "1", Paths.signIn),
            ("customer", Sodium.sha256("POST /customers".utf8), "/customers/1"),
        ]
        let kept = try await company.database.write { db in
            for (id, address, location) in rows {
                try db.execute(
                    sql: """
                        INSERT INTO submission (id, member_id, at, location, address_digest, content_digest)
                        VALUES (?, 0, ?, ?, ?, 'digest')
                        """,
                    arguments: [id + "-0123456789abcdef", TestClock.start, location, address])
            }
            try Migrations.forgetPasswordDigests(db)
            return try String.fetchAll(db, sql: "SELECT id FROM submission WHERE content_digest = 'digest'")
        }
        #expect(kept == ["customer-0123456789abcdef"])
    }

    private func form(_ password: String) -> [String: [String]] {
        ["current": ["old " + password], "password": [password], "repeated": [password], "submission": ["x"]]
    }
}
