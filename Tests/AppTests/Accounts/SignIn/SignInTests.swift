import Foundation
import Testing

@testable import App

@Suite("Signing in")
struct SignInTests {
    @Test("the right password opens a session, capitals in the name do not matter")
    func right() async throws {
        let company = try await AccountsCompany()
        guard case .signedIn(let signedIn, let token) = try await company.trySigningIn(" ZHOU ") else {
            Issue.record("not signed in")
            return
        }
        #expect(signedIn.member.id == company.zhou)
        #expect(try await company.found(token)?.sessionID == signedIn.sessionID)
        #expect(try await company.auditedActions(company.zhou).last == "signed-in")
    }

    @Test("a wrong password and an unknown name are answered the same", arguments: ["zhou", "nobody", "周敏", ""])
    func wrong(name: String) async throws {
        let company = try await AccountsCompany()
        guard case .wrong = try await company.trySigningIn(name, "wrong horse battery") else {
            Issue.record("not refused")
            return
        }
    }

    @Test("an unknown name takes about as long as a known one")
    func sameTime() async throws {
        let company = try await AccountsCompany()
        var fastest: [String: Duration] = [:]
        for (round, name) in (0..<5).flatMap({ _ in ["zhou", "nobody"] }).enumerated() {
            let took = try await ContinuousClock().measure {
                _ = try await company.trySigningIn(name, "wrong horse battery", after: Double(round) * 3600)
            }
            fastest[name] = min(took, fastest[name] ?? took)
        }
        let (known, unknown) = (try #require(fastest["zhou"]), try #require(fastest["nobody"]))
        #expect(unknown > known / 4)
        #expect(known > unknown / 4)
    }

    @Test("somebody without a password cannot sign in with any")
    func withoutPassword() async throws {
        let company = try await AccountsCompany()
        let facts = MemberFacts(name: "新人", username: Username(typed: "new"), roles: [.agent])
        _ = try await company.members.add(
            facts, passwordHash: nil, mustChangePassword: true, .random(), AccountsCompany.stamp(company.zhou))
        guard case .wrong = try await company.trySigningIn("new", "") else {
            Issue.record("not refused")
            return
        }
    }

    @Test("a locked member is told so, but only with the right password")
    func locked() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        _ = try await company.members.lock(wang, .random(), AccountsCompany.stamp(company.zhou))
        guard case .locked = try await company.trySigningIn("wang"),
            case .wrong = try await company.trySigningIn("wang", "wrong horse battery")
        else {
            Issue.record("locked member was not refused as expected")
            return
        }
    }

    @Test("after three failures even the right password has to wait, and then works")
    func delayed() async throws {
        let company = try await AccountsCompany()
        for _ in 0..<3 { _ = try await company.trySigningIn("zhou", "wrong horse battery") }
        guard case .delayed(let seconds) = try await company.trySigningIn() else {
            Issue.record("not delayed")
            return
        }
        #expect(seconds == 1)
        guard case .signedIn = try await company.trySigningIn(after: 1) else {
            Issue.record("still delayed")
            return
        }
    }

    @Test("signing in again in the same browser ends the session it had")
    func replaces() async throws {
        let company = try await AccountsCompany()
        let first = try await company.token()
        let old = try #require(try await company.found(first)).sessionID
        _ = try await company.signIn.attempt(
            username: "zhou", password: AccountsCompany.password, browser: BrowserName(userAgent: nil), replacing: old,
            AccountsCompany.stamp())
        #expect(try await company.found(first) == nil)
    }

    @Test("a failed attempt is in the audit trail without what was typed")
    func audited() async throws {
        let company = try await AccountsCompany()
        _ = try await company.trySigningIn("zhou", "wrong horse battery")
        _ = try await company.trySigningIn("my secret typed here", "wrong horse battery")
        let failures = try await company.auditLines().filter { $0.action == "sign-in-failed" }
        #expect(failures.map(\.subjectKind) == ["member", "company"])
        #expect(failures.map(\.subjectID) == [company.zhou.number, nil])
        #expect(failures.allSatisfy { $0.detail == "{}" && $0.memberID == nil })
    }
}
