import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

/// A company with a text in every column that people write into, and the pages that show it.
struct StoredVectors: Sendable {
    let company: TestCompany
    let admin: Browser
    let agent: Browser
    private let calls: [FollowUp]

    /// Pages by who looks at them.
    let pages: [(who: Browser, path: String)]
    /// Pages that grow with each reading of a record.
    let growing: [(who: Browser, path: String)]

    static func make() async throws -> StoredVectors {
        let company = try await TestCompany()
        let filled = try await company.filledCall("HF-1", saying: "…")
        let owed = try await company.owedCall("HF-2", customer: "李四")
        let excused = try await company.owedCall("HF-3", customer: "张三")
        _ = try await company.followUps.excuse(
            excused.id, because: "客户要求不再回访", .random(), try company.stamp(.admin))
        _ = try await company.sheets.correct(
            SheetContent(answers: [:]), of: filled.id, version: 1, because: "更正", by: try company.member(.agent),
            .random(), try company.stamp(.agent))
        _ = try await company.sheets.keepDraft(
            SheetContent(answers: [:]), of: owed.id, by: try company.member(.agent), try company.stamp(.agent))
        let term = Assignment.Term(
            duty: .foreman, memberID: try company.member(.technician).id, since: company.today, until: nil)
        _ = try await AssignmentStore(database: company.database).add(
            term, to: owed.projectID, .random(), try company.stamp(.agent))
        try await company.revoke(try await company.approve(try await company.ask(.manager, toRead: filled)))
        try await company.refuse(try await company.ask(.executive, toRead: filled))
        _ = try await company.ask(.agent2, toReadAllOf: filled.projectID)
        let issue = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance, text: "收到"), on: issue, as: .manager)
        let strange = try await company.strangersComplaint()
        let feedback = try await company.feedback(
            FeedbackContent(suggestions: "…"), of: owed.projectID)
        let enquiry = try await company.enquiry()
        let (admin, agent) = (
            try await company.browser(signedInAs: .admin, checkingWords: false),
            try await company.browser(signedInAs: .agent, checkingWords: false)
        )
        let members = [try company.member(.technician).id, try company.member(.agent).id]
        let forAll = [
            Paths.today, Paths.customers, Paths.followUps, Paths.accessRequests, Paths.sessions, Paths.password,
            Paths.customer(owed.customerID), Paths.project(owed.projectID), Paths.followUp(filled.id),
            Paths.followUp(excused.id), Paths.followUp(owed.id), Paths.issues, Paths.issue(issue),
            Paths.feedbackRecords,
            Paths.issue(strange), Paths.issueCustomer(strange) + "?q=HF-2",
            Paths.projectFeedback(owed.projectID), Paths.feedbackRecord(feedback), Paths.enquiries,
            Paths.enquiry(enquiry),
            "/nothing",
        ]
        let forAdmin =
            [
                Paths.staff, Paths.newMember, Paths.record(filled.id), Paths.record(filled.id) + "?revision=1",
                Paths.accessRequest(1), Paths.accessRequest(2), Paths.accessRequest(3),
            ] + members.map { Paths.member($0) }
        let forAgent = [
            Paths.newCustomer, Paths.customerEdit(owed.customerID), Paths.newProject(customer: owed.customerID),
            Paths.projectEdit(owed.projectID), Paths.milestones(owed.projectID), Paths.people(owed.projectID),
            Paths.assignment(1, project: owed.projectID), Paths.sheet(owed.id), Paths.correction(filled.id),
            Paths.newAccessRequest(.record(.followUp(filled.id))), Paths.newAccessRequest(.project(filled.projectID)),
        ]
        let pages =
            (forAll + forAdmin).map { (who: admin, path: $0) } + (forAll + forAgent).map { (who: agent, path: $0) }
        return StoredVectors(
            company: company, admin: admin, agent: agent, calls: [filled, owed], pages: pages,
            growing: [Paths.audit, Paths.readings(filled.id)].map { (who: admin, path: $0) })
    }

    /// Puts the text wherever people write, past all forms: what was stored by whatever way is shown safely.
    func store(_ text: String) async throws {
        let sheets = try calls.map { call in
            let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
            let json = try JSONEncoder().encode(questionnaire.content(.angry) { _ in text })
            return (call.id, String(decoding: json, as: UTF8.self))
        }
        let technician = try company.member(.technician).id
        try await company.database.write { db in
            for (call, json) in sheets {
                for table in ["sheet_revision", "sheet_draft"] {
                    try db.execute(
                        sql: "UPDATE \(table) SET content = ? WHERE follow_up_id = ?", arguments: [json, call])
                }
            }
            for (table, columns) in Self.columns {
                for column in columns {
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) IS NOT NULL", arguments: [text])
                }
            }
            try db.execute(sql: "UPDATE access_request SET reason = ?", arguments: [text + "（说明足够长的理由）"])
            try db.execute(sql: "UPDATE project SET number = ? WHERE id = 1", arguments: [text])
            try db.execute(sql: "UPDATE member SET username = ? WHERE id = ?", arguments: [text, technician])
        }
    }

    private static let columns = [
        ("customer", ["name", "address", "notes"]), ("member", ["name"]), ("session", ["browser", "address"]),
        ("project", ["kind", "site_address", "product_model", "serial_number"]),
        ("follow_up", ["stage", "excused_because"]), ("sheet_revision", ["correction_reason"]),
        ("issue", ["words", "caller_name", "category", "department"]), ("issue_event", ["text"]),
        ("feedback_content", ["problems", "suggestions", "call_when"]),
        ("feedback_addition", ["words"]), ("enquiry", ["name", "address", "words", "branch"]),
        ("enquiry_step", ["text"]),
        ("access_grant", ["remark"]), ("access_refusal", ["reason"]), ("access_revocation", ["reason"]),
    ]
}
