import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("The trail tells what happened in people's words, never in names of the program (ACC-5)")
struct AuditDetailTests {
    private func text(_ detail: [String: String], about kind: String = "issue") throws -> String {
        let entry = AuditEntry(
            id: 1, at: TestClock.start, memberID: nil, memberName: nil, action: "issue-step", subjectKind: kind,
            subjectID: nil, projectID: nil, grantID: nil, address: "-", detail: detail)
        let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        return try #require(AuditDetail.text(of: entry, Words(.simplified, zone: zone)))
    }

    private func expectWords(_ detail: [String: String], about kind: String = "issue") throws {
        let text = try text(detail, about: kind)
        #expect(!text.contains(/[a-z]{2,}/), "\(detail) is told as \(text)")
    }

    @Test("every step of an issue")
    func steps() throws {
        let happenings: [IssueHappening] = [
            .raised(category: nil), .categorised("x"), .referred(to: "x"), .accepted, .handedBack,
            .transferred(to: "x"),
            .disputed, .ruled(to: "x"), .triaged(isOurs: true), .answered, .promised(TestClock.start), .paused(.parts),
            .resumed, .ordered, .arrived, .visited, .solved, .verified(isContent: true), .closed, .reopened,
        ]
        for name in happenings.map(\.row.kind) + ["handed-over", "identified", "customer-added"] {
            try expectWords(["step": name])
        }
    }

    @Test("every role, every shipped rulebook but for its letters, every field that can be corrected")
    func names() throws {
        try expectWords(["roles": Role.allCases.map(\.rawValue).joined(separator: " ")], about: "member")
        try expectWords(["changed": "name username roles department"], about: "member")
        try expectWords(
            ["fields": "name,form-of-address,phones,address,grade,key,sms,known-by,notes"], about: "customer")
        try expectWords(
            ["fields": "number,kind,site-address,agent,product-model,serial-number,warranty-until"], about: "project")
        for name in Rulebook.packNames where name != "it-service" {
            try expectWords(["rulebook": name], about: "company")
        }
    }

    @Test("how far and how long somebody may read, by the company's clocks and by no other")
    func grants() throws {
        let text = try text(["scope": "follow-up-274", "until": "2026-11-28 19:06:04.727"])
        #expect(text == "范围：这一份记录 · 至 2026年11月29日 03:06")
    }

    @Test("what was refused is named by the part of the company that it belongs to")
    func routes() throws {
        #expect(try text(["route": "/follow-ups/{id}/sheet"]) == "回访 /follow-ups/…/sheet")
    }
}
