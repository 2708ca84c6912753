import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("List, board and page say the same of how much time is left (ISS-3)")
struct StandingTests {
    @Test(
        "a pause counts nowhere, and all warn when the rulebook's share of the counted time is left",
        arguments: [(17.0, "planned", "7 小时"), (18, "callback", "6 小时"), (25, "overdue", "1 小时")])
    func agree(_ hours: Double, _ look: String, _ time: String) async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let parts = IssueActionInput(action: .pause, text: "等配件", answer: IssuePause.parts.rawValue)
        try await company.take(parts, on: id, as: .manager)
        company.clock.advance(hours: 40)
        try await company.take(IssueActionInput(action: .resumption), on: id, as: .manager)
        company.clock.advance(hours: hours)
        let manager = try await company.browser(signedInAs: .manager)
        let label = try await manager.get(Paths.issue(id))
            .find("//header//p/span[contains(@class, 'badge-\(look)')]").first?.text
        #expect(label?.contains(time) == true)
        for path in [Paths.issues, Paths.issueBoard] {
            let shown = try await manager.get(path).find("//tbody//span[contains(@class, 'badge-\(look)')]")
            #expect(shown.map(\.text).contains(label ?? "-"), "\(path)")
        }
    }

    @Test("each of a list goes by its own terms and events, and what owes nothing has no entry")
    func each() async throws {
        let company = try await TestCompany()
        let open = try await company.referredIssue()
        let urgent = try await company.referredIssue("停电", urgency: .waterElectricity)
        let explained = try await company.referredIssue("要换颜色")
        try await company.take(IssueActionInput(action: .acceptance), on: explained, as: .manager)
        let triage = IssueActionInput(action: .triage, text: "合同里没有", answer: "no")
        try await company.take(triage, on: explained, as: .manager)
        var all: [CustomerIssue] = []
        for id in [open, urgent, explained] { all.append(try await company.whole(id).issue) }
        let standings = try await company.database.read { [all, issues = company.issues, now = company.clock.now] db in
            try issues.standings(db, of: all, at: now)
        }
        let expected: IssueStandings = [open: .ahead(86_400), urgent: .ahead(14_400)]
        #expect(standings == expected)
    }

    @Test("one whose terms cannot be read is late by its stored deadline, and the damage is told")
    func damaged() async throws {
        let company = try await TestCompany()
        let (sound, damaged) = (try await company.referredIssue(), try await company.referredIssue("断水"))
        let all = [try await company.whole(sound).issue, try await company.whole(damaged).issue]
        try await company.database.write { db in
            try db.execute(sql: "INSERT INTO issue_terms (terms) VALUES ('{}')")
            try db.execute(sql: "UPDATE issue SET terms_id = last_insert_rowid() WHERE id = ?", arguments: [damaged])
        }
        company.clock.advance(hours: 25)
        let standings = try await company.database.read { [issues = company.issues, now = company.clock.now] db in
            try issues.standings(db, of: all, at: now)
        }
        #expect(standings == [sound: .late(3_600), damaged: .late(3_600)])
        #expect(company.database.health.all.map(\.trouble) == [.damaged(column: "terms")])
        let page = try await company.browser(signedInAs: .manager).get(Paths.issues)
        #expect(page.status == 200 && page.text.contains("断水"))
    }
}
