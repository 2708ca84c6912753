import Foundation
import GRDB
import Testing

@testable import App

@Suite("Sessions")
struct SessionStoreTests {
    @Test("a session ends when it is idle for too long")
    func idle() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        #expect(try await company.found(token, after: 7199) != nil)
        #expect(try await company.found(token, after: 7199 + 7201) == nil)
    }

    @Test("a session ends at its age, however busy it is")
    func absolute() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        for hour in 1..<12 { #expect(try await company.found(token, after: Double(hour) * 3600) != nil) }
        #expect(try await company.found(token, after: 43199) != nil)
        #expect(try await company.found(token, after: 43200) == nil)
    }

    @Test("that somebody was seen is written at most once a minute")
    func seen() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        func seenAt() async throws -> Date? {
            try await company.sessions.own(company.zhou, at: AccountsCompany.start).first?.seenAt
        }
        _ = try await company.found(token, after: 59)
        #expect(try await seenAt() == AccountsCompany.start)
        _ = try await company.found(token, after: 61)
        #expect(try await seenAt() == AccountsCompany.start.addingTimeInterval(61))
    }

    @Test("only the whole token finds a session, and the token is not stored")
    func token() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        #expect(token.utf8.count == 43)
        for wrong in ["", String(token.dropLast()), token + "=", token.uppercased(), Sodium.sha256(token.utf8)] {
            #expect(try await company.found(wrong) == nil)
        }
        let stored = try await company.database.read { db in
            try String.fetchAll(db, sql: "SELECT token_hash FROM session")
        }
        #expect(stored == [Sodium.sha256(token.utf8)])
    }

    @Test("one ends one's own sessions, and nobody else's")
    func ending() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        let token = try await company.token()
        let id = try #require(try await company.found(token)).sessionID
        await #expect(throws: Refusal.notFound) {
            try await company.sessions.end(id, of: wang, AccountsCompany.stamp(wang))
        }
        #expect(try await company.found(token) != nil)
        for _ in 0..<2 { try await company.sessions.end(id, of: company.zhou, AccountsCompany.stamp(company.zhou)) }
        #expect(try await company.found(token) == nil)
        #expect(try await company.auditedActions(company.zhou).filter { $0 == "signed-out" }.count == 1)
    }

    @Test("signing out everywhere ends all of one's sessions and nobody else's")
    func everywhere() async throws {
        let company = try await AccountsCompany()
        _ = try await company.add("王丽", "wang", [.agent])
        let (one, two, other) = (
            try await company.token(), try await company.token(), try await company.token("wang")
        )
        let own = try await company.sessions.own(company.zhou, at: AccountsCompany.start)
        #expect(own.count == 2)
        try await company.sessions.endAll(of: company.zhou, AccountsCompany.stamp(company.zhou))
        #expect(try await company.found(one) == nil)
        #expect(try await company.found(two) == nil)
        #expect(try await company.found(other) != nil)
        #expect(try await company.sessions.own(company.zhou, at: AccountsCompany.start).isEmpty)
    }

    @Test("a session is not opened when the password was replaced while it was being checked")
    func replacedMeanwhile() async throws {
        let company = try await AccountsCompany()
        let session = try await company.sessions.start(
            company.zhou, checked: "an older hash", renewed: nil, browser: BrowserName(userAgent: nil),
            replacing: nil, AccountsCompany.stamp(company.zhou))
        #expect(session == nil)
    }

    @Test("a password's hash is renewed at a sign-in when its parameters are old")
    func renewed() async throws {
        let company = try await AccountsCompany()
        let username = try #require(Username(typed: "zhou"))
        let old = try #require(try await company.passwords.credentials(username: username)?.passwordHash)
        let new = try await company.hasher.hash(AccountsCompany.password)
        let session = try await company.sessions.start(
            company.zhou, checked: old, renewed: new, browser: BrowserName(userAgent: nil), replacing: nil,
            AccountsCompany.stamp(company.zhou))
        #expect(session != nil)
        #expect(try await company.passwords.credentials(username: username)?.passwordHash == new)
    }
}
