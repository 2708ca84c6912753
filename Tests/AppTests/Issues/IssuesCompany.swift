import Forms
import Foundation
import GRDB
import Testing

@testable import App

/// Issues made through the stores, for tests whose subject comes after them.
extension TestCompany {
    var issues: IssueStore { app.issueStore }

    func raiseIssue(
        _ words: String = "厨房水槽漏水", project: Project.ID? = nil, category: String = "repair",
        urgency: Urgency = .ordinary, isComplaint: Bool = false, by one: Staff = .agent
    ) async throws -> CustomerIssue.ID {
        let site = if let project { project } else { try await site("HF-\(UUID().uuidString.prefix(8))") }
        let customer = try await database.read { db in
            try Customer.ID.fetchOne(db, sql: "SELECT customer_id FROM project WHERE id = ?", arguments: [site])
        }
        let issue = RaisedIssue(
            customer: customer, project: site, source: .call, words: words, category: category,
            isComplaint: isComplaint, urgency: urgency)
        _ = try await issues.raise(issue, .random(), try stamp(one))
        return try await id("SELECT max(id) FROM issue")
    }

    func referredIssue(
        _ words: String = "厨房水槽漏水", to department: String = "maintenance", urgency: Urgency = .ordinary,
        by one: Staff = .agent
    ) async throws -> CustomerIssue.ID {
        let id = try await raiseIssue(words, urgency: urgency, by: one)
        try await take(IssueActionInput(action: .referral, department: department), on: id, as: .admin)
        return id
    }

    func take(_ wish: IssueActionInput, on id: CustomerIssue.ID, as one: Staff) async throws {
        _ = try await issues.take(wish, on: id, by: try member(one), .random(), try stamp(one))
    }

    func whole(_ id: CustomerIssue.ID) async throws -> IssueOverview {
        try #require(try await issues.findWhole(id, visibleTo: try member(.admin)))
    }

    @discardableResult
    func noteMisses() async throws -> Int {
        try await issues.noteMisses(Stamp(member: nil, at: clock.now, address: "-"))
    }
}
