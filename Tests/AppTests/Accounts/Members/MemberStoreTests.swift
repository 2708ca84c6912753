import Foundation
import Testing

@testable import App

@Suite("The staff")
struct MemberStoreTests {
    private func facts(_ name: String, _ username: String?, _ roles: Set<Role>) -> MemberFacts {
        MemberFacts(name: name, username: username.flatMap(Username.init(typed:)), roles: roles)
    }

    @Test("the first administrator is made once, and pressing twice is answered twice")
    func firstAdministrator() async throws {
        let company = try await AccountsCompany()
        #expect(try await company.members.hasAdministrator())
        let name = try #require(Username(typed: "second"))
        await #expect(throws: Refusal.notFound) {
            _ = try await company.members.addFirstAdministrator(
                name: "第二", username: name, passwordHash: "x", .random(), AccountsCompany.stamp())
        }
        #expect(try await company.members.all().count == 1)
    }

    @Test("a form that arrives twice adds one member and says so")
    func once() async throws {
        let company = try await AccountsCompany()
        let (submission, stamp) = (SubmissionID.random(), AccountsCompany.stamp(company.zhou))
        let wanted = facts("王丽", "wang", [.agent, .finance])
        let results = try await withThrowingTaskGroup(of: SubmissionResult.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    try await company.members.add(
                        wanted, passwordHash: "x", mustChangePassword: true, submission, stamp)
                }
            }
            return try await group.reduce(into: [SubmissionResult]()) { $0.append($1) }
        }
        #expect(results.count { $0.isFirst } == 1)
        #expect(Set(results.map(\.path)).count == 1)
        let added = try await company.members.all().filter { $0.name == "王丽" }
        #expect(added.map(\.roles) == [[.agent, .finance]])
        #expect(added.map(\.mustChangePassword) == [true])
    }

    @Test("people without a username are known, and have no password")
    func withoutUsername() async throws {
        let company = try await AccountsCompany()
        let one = try await company.add("赵工", nil, [])
        let two = try await company.add("赵工", nil, [.technician])
        #expect(one != two)
        #expect(try await company.member(one).username == nil)
        #expect(try await company.passwords.credentials(of: one)?.passwordHash == nil)
        await #expect(throws: Refusal.conflict("member-without-username")) {
            _ = try await company.passwords.reset(
                of: one, to: "x", .random(), AccountsCompany.stamp(company.zhou))
        }
    }

    @Test("a username belongs to one member, whatever its capitals")
    func taken() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        await #expect(throws: MemberProblem.usernameTaken) { _ = try await company.add("王力", "WANG", [.agent]) }
        await #expect(throws: MemberProblem.usernameTaken) {
            _ = try await company.members.correct(
                wang, to: self.facts("王丽", "zhou", [.agent]), version: 1, .random(), AccountsCompany.stamp(company.zhou)
            )
        }
        #expect(try await company.member(wang).username == "wang")
    }

    @Test("a correction counts once, and the second of two editors is told")
    func corrected() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        let (submission, stamp) = (SubmissionID.random(), AccountsCompany.stamp(company.zhou))
        for _ in 0..<2 {
            let path = try await company.members.correct(
                wang, to: facts("王莉", "wang.li", [.agent, .manager]), version: 1, submission, stamp)
            #expect(path == Paths.member(wang))
        }
        let corrected = try await company.member(wang)
        #expect(corrected.name == "王莉" && corrected.username == "wang.li" && corrected.version == 2)
        #expect(corrected.roles == [.agent, .manager])
        await #expect(throws: StaleVersion.self) {
            _ = try await company.members.correct(
                wang, to: self.facts("王里", "wang", [.agent]), version: 1, .random(), stamp)
        }
        #expect(try await company.member(wang).name == "王莉")
    }

    @Test("losing the username means losing the password and every session")
    func usernameTakenAway() async throws {
        let company = try await AccountsCompany()
        let wang = try await company.add("王丽", "wang", [.agent])
        let token = try await company.token("wang")
        _ = try await company.members.correct(
            wang, to: facts("王丽", nil, [.agent]), version: 1, .random(), AccountsCompany.stamp(company.zhou))
        #expect(try await company.found(token) == nil)
        #expect(try await company.passwords.credentials(of: wang)?.passwordHash == nil)
    }

    @Test("the last administrator who can sign in stays one")
    func lastAdministrator() async throws {
        let company = try await AccountsCompany()
        let stamp = AccountsCompany.stamp(company.zhou)
        let zhou = company.zhou
        await #expect(throws: MemberProblem.lastAdministrator) {
            _ = try await company.members.lock(zhou, .random(), stamp)
        }
        await #expect(throws: MemberProblem.lastAdministrator) {
            _ = try await company.members.correct(
                zhou, to: self.facts("周敏", "zhou", [.agent]), version: 1, .random(), stamp)
        }
        await #expect(throws: MemberProblem.lastAdministrator) {
            _ = try await company.members.correct(
                zhou, to: self.facts("周敏", nil, [.administrator]), version: 1, .random(), stamp)
        }
        #expect(try await !company.member(zhou).isLocked)
        let wang = try await company.add("王丽", "wang", [.administrator])
        _ = try await company.members.lock(zhou, .random(), stamp)
        #expect(try await company.member(zhou).isLocked)
        await #expect(throws: MemberProblem.lastAdministrator) {
            _ = try await company.members.lock(wang, .random(), stamp)
        }
    }

    @Test("locking ends every session at once, unlocking brings none back")
    func locked() async throws {
        let company = try await AccountsCompany()
        let stamp = AccountsCompany.stamp(company.zhou)
        let wang = try await company.add("王丽", "wang", [.agent])
        let token = try await company.token("wang")
        _ = try await company.members.lock(wang, .random(), stamp)
        #expect(try await company.found(token) == nil)
        _ = try await company.members.unlock(wang, .random(), stamp)
        #expect(try await company.found(token) == nil)
        _ = try await company.token("wang")
        let actions = try await company.auditedActions(wang)
        #expect(actions == ["member-added", "signed-in", "member-locked", "member-unlocked", "signed-in"])
    }

    @Test("nobody else is found under a number that is not theirs")
    func missing() async throws {
        let company = try await AccountsCompany()
        #expect(try await company.members.find(999) == nil)
        await #expect(throws: Refusal.notFound) {
            _ = try await company.members.lock(999, .random(), AccountsCompany.stamp(company.zhou))
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await company.passwords.reset(
                of: 999, to: "x", .random(), AccountsCompany.stamp(company.zhou))
        }
    }
}
