import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("A missed deadline climbs (ISS-3)")
struct IssueMissTests {
    @Test("the first miss goes to the manager, the second to the executive; a second round finds nothing")
    func climbs() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue("停电", urgency: .waterElectricity)
        #expect(try await company.noteMisses() == 0)
        company.clock.advance(minutes: 1, hours: 4)
        #expect(try await company.noteMisses() == 1)
        #expect(try await company.noteMisses() == 0)
        var told = try await company.whole(id).misses.map(\.miss.told)
        #expect(told == [.manager])
        company.clock.advance(hours: 21)
        #expect(try await company.noteMisses() > 0)
        told = try await company.whole(id).misses.map(\.miss.told)
        #expect(told.first == .manager && told.last == .executive)
        let executive = try await company.browser(signedInAs: .executive)
        try await executive.get(Paths.issueBoard)
        #expect(executive.page.text.contains("停电"))
        try await executive.get(Paths.issue(id))
        #expect(executive.page.text.contains("已报部门经理") && executive.page.text.contains("已报总经理"))
        #expect(try await company.audited("issue", id).contains("issue-missed"))
    }

    @Test("a miss is told also when it was made good before the next round came by")
    func madeGood() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue("墙面开裂")
        company.clock.advance(hours: 25)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        try await company.take(IssueActionInput(action: .answer, text: "明天来看"), on: id, as: .manager)
        #expect(try await company.noteMisses() == 2)
        #expect(try await company.whole(id).misses.map(\.miss.kind).contains(.answer))
        #expect(try await company.noteMisses() == 0)
    }

    @Test("the list, the board and the file say the same of what is late")
    func late() async throws {
        let company = try await TestCompany()
        _ = try await company.referredIssue("停电", urgency: .waterElectricity)
        _ = try await company.referredIssue("墙面开裂")
        company.clock.advance(hours: 5)
        let manager = try await company.browser(signedInAs: .manager)
        let list = try await manager.get(Paths.issues + "?late=yes")
        #expect(list.text.contains("停电") && !list.text.contains("墙面开裂") && list.text.contains("共 1 个"))
        let file = try await manager.get(Paths.issuesFile + "?late=yes")
        #expect(file.html.split(separator: "\r\n").count == 2)
        #expect(try await manager.get(Paths.issueBoard).text.contains("停电"))
    }
}
