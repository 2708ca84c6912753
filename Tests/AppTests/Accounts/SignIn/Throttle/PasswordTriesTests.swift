import Foundation
import GRDB
import Testing

@testable import App

@Suite("Attempts at passwords in the trail (ACC-5)")
struct PasswordTriesTests {
    private let company: AccountsCompany

    init() async throws { company = try await AccountsCompany() }

    private func entries(_ action: String) async throws -> [AuditLine] {
        try await company.auditLines().filter { $0.action == action }
    }

    @Test("attempts that were told to wait are one entry at the end of the minute: who, from where, how many")
    func delayed() async throws {
        for _ in 0..<3 { _ = try await company.trySigningIn("zhou", "wrong horse battery") }
        for _ in 0..<25 { _ = try await company.trySigningIn("zhou", "wrong horse battery") }
        #expect(try await entries("sign-in-delayed").isEmpty)
        try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(60))
        let entry = try #require(try await entries("sign-in-delayed").first)
        #expect(try await entries("sign-in-delayed").count == 1)
        #expect(entry.subjectKind == "member" && entry.subjectID == company.zhou.number && entry.memberID == nil)
        #expect(entry.detail == #"{"attempts":"25"}"#)
        let address = try await company.database.read { db in
            try String.fetchOne(db, sql: "SELECT address FROM audit_entry WHERE action = 'sign-in-delayed'")
        }
        #expect(address == "192.0.2.1")
    }

    @Test("so are those at the page where a password is changed")
    func passwordChange() async throws {
        let signedIn = try #require(try await company.found(try await company.token()))
        for _ in 0..<9 {
            _ = try await company.change.attempt(
                by: signedIn, current: "wrong horse battery", new: "another horse battery", location: "/sessions",
                .random(), AccountsCompany.stamp(company.zhou))
        }
        try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(60))
        #expect(try await entries("password-change-delayed").map(\.detail) == [#"{"attempts":"6"}"#])
        #expect(try await entries("sign-in-failed").count == 3)
    }

    @Test("a flood of wrong passwords from one address leaves five entries and one with their number")
    func flood() async throws {
        for number in 0..<12 { _ = try await company.trySigningIn("nobody\(number)", "wrong horse battery") }
        #expect(try await entries("sign-in-failed").count == 5)
        try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(60))
        #expect(try await entries("sign-in-failed").map(\.detail).suffix(1) == [#"{"attempts":"7"}"#])
        #expect(try await entries("sign-in-failed").count == 6)
        try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(120))
        #expect(try await entries("sign-in-failed").count == 6)
    }

    @Test("what the stopping server has counted is written")
    func stopping() async throws {
        company.tries.delayed(.signInDelayed, company.zhou, AccountsCompany.stamp())
        try await company.tries.fold(at: AccountsCompany.start, evenNow: true)
        #expect(try await entries("sign-in-delayed").count == 1)
    }

    @Test("what could not be written waits for the next minute")
    func failing() async throws {
        company.tries.delayed(.signInDelayed, 4711, AccountsCompany.stamp())
        try await company.database.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TRIGGER broken BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'full'); END
                    """)
        }
        await #expect(throws: (any Error).self) {
            try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(60))
        }
        await #expect(throws: (any Error).self) { try await company.tries.failed(nil, AccountsCompany.stamp()) }
        try await company.database.write { db in try db.execute(sql: "DROP TRIGGER broken") }
        try await company.tries.fold(at: AccountsCompany.start.addingTimeInterval(120))
        #expect(try await entries("sign-in-delayed").count == 1)
        #expect(try await entries("sign-in-failed").map(\.detail) == [#"{"attempts":"1"}"#])
    }
}
