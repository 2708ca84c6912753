import Foundation
import Testing

@testable import App

@Suite("Changing passwords")
struct PasswordChangeTests {
    private let new = "another horse battery"

    private func change(
        _ company: AccountsCompany, _ token: String, from current: String = AccountsCompany.password,
        _ submission: SubmissionID = .random()
    ) async throws -> PasswordChange.Outcome {
        let signedIn = try #require(try await company.found(token))
        return try await company.change.attempt(
            by: signedIn, current: current, new: new, location: "/sessions", submission,
            AccountsCompany.stamp(signedIn.member.id))
    }

    @Test("the new password counts from now on, and other browsers are signed out")
    func changed() async throws {
        let company = try await AccountsCompany()
        let (here, elsewhere) = (try await company.token(), try await company.token())
        guard case .changed("/sessions") = try await change(company, here) else {
            Issue.record("not changed")
            return
        }
        #expect(try await company.found(here) != nil)
        #expect(try await company.found(elsewhere) == nil)
        guard case .wrong = try await company.trySigningIn(),
            case .signedIn = try await company.trySigningIn("zhou", new)
        else {
            Issue.record("the old password still works, or the new one does not")
            return
        }
    }

    @Test("pressing twice is answered twice and changes it once")
    func twice() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        let submission = SubmissionID.random()
        for _ in 0..<2 {
            guard case .changed("/sessions") = try await change(company, token, submission) else {
                Issue.record("not answered as changed")
                return
            }
        }
        #expect(try await company.auditedActions(company.zhou).filter { $0 == "password-changed" }.count == 1)
    }

    @Test("guessing the present password is throttled like signing in")
    func throttled() async throws {
        let company = try await AccountsCompany()
        let token = try await company.token()
        for _ in 0..<3 {
            guard case .wrong = try await change(company, token, from: "wrong horse battery") else {
                Issue.record("not refused")
                return
            }
        }
        guard case .delayed = try await change(company, token) else {
            Issue.record("not delayed")
            return
        }
    }

    @Test("a reset password is good for a sign-in that must change it, once shown and once only made")
    func reset() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        let token = try await company.token("wang")
        let (submission, stamp) = (SubmissionID.random(), AccountsCompany.stamp(company.zhou))
        let first = try await company.passwords.reset(
            of: wang, to: company.hasher.hash("one-time password"), submission, stamp)
        let second = try await company.passwords.reset(
            of: wang, to: company.hasher.hash("second one-time"), submission, stamp)
        #expect(first.isFirst && !second.isFirst && first.path == second.path)
        #expect(try await company.found(token) == nil)
        guard case .signedIn(let signedIn, let newToken) = try await company.trySigningIn("wang", "one-time password")
        else {
            Issue.record("the one-time password does not work")
            return
        }
        #expect(signedIn.member.mustChangePassword)
        _ = try await change(company, newToken, from: "one-time password")
        #expect(try await company.found(newToken)?.member.mustChangePassword == false)
    }
}
