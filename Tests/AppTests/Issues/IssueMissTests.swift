import Foundation
import GRDB
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

    @Test("an issue that cannot be read keeps nobody from hearing of the others, is told of, and is not forgotten")
    func unreadable() async throws {
        let company = try await TestCompany()
        let damaged = try await company.referredIssue("停电", urgency: .waterElectricity)
        let sound = try await company.referredIssue("断水", urgency: .waterElectricity)
        func setState(_ state: String) async throws {
            try await company.database.write { db in
                try db.execute(sql: "UPDATE issue SET state = ? WHERE id = ?", arguments: [state, damaged])
            }
        }
        try await setState("of-a-later-version")
        company.clock.advance(hours: 5)
        #expect(try await company.noteMisses() == 1)
        #expect(try await company.whole(sound).misses.count == 1)
        #expect(company.database.health.all.map(\.trouble) == [.damaged(column: "state")])
        await #expect(throws: UnreadableValue.self) { try await company.whole(damaged) }
        #expect(try await company.noteMisses() == 0)
        try await setState("referred")
        #expect(try await company.noteMisses() == 1)
        #expect(try await company.whole(damaged).misses.count == 1)
    }

    @Test("an issue whose history does not begin with what was raised is no new one")
    func brokenHistory() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.database.write { db in
            try db.execute(sql: "DELETE FROM issue_event WHERE issue_id = ? AND number = 1", arguments: [id])
        }
        await #expect(throws: UnreadableValue.text("kind")) { try await company.whole(id) }
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
