import Forms
import HTTPTypes
import Testing

@testable import App

/// What cannot be written down is not shown and not done (ACC-5): no half of it stays, and it can be sent again.
struct AllOrNothingTests {
    /// What the writing of one deed may fail at: the entry in the trail, or the last row of its transaction.
    enum Failing: String, Sendable, CaseIterable {
        case entry = "audit_entry"
        case submission
    }

    private static let cases = Failing.allCases.flatMap { failing in
        Deeds.all.filter { failing == .entry || $0.hasSubmission }.map { (failing, $0) }
    }

    @Test("the two versions, an unfinished sheet, phones in full and the file are not shown either without their entry")
    func others() async throws {
        let deeds = try await Deeds.make()
        let company = deeds.company
        let content = SheetContent(answers: ["customerWords": ["zqx0002w"]])
        _ = try await company.writing.keepDraft(
            content, of: deeds.owed.id, by: try company.member(.agent), try company.stamp(.agent))
        let phone = try #require(try await company.customers.find(deeds.customer)?.details.phones.first?.canonical)
        let browser = try await company.quickBrowser(for: .agent)
        let sheet = Paths.sheet(deeds.filled.id)
        let again = FormText.encode([("submission", SubmissionID.random().text), ("overall", "3")])
        let shown: [(HTTPRequest.Method, String, String?, String)] = [
            (.post, sheet, again, "zqx0001w"), (.get, Paths.sheet(deeds.owed.id), nil, "zqx0002w"),
            (.post, Paths.customerPhones(deeds.customer), "", phone),
            (.get, Paths.customerEdit(deeds.customer), nil, phone),
            (.get, Paths.followUpsFile, nil, "李四"),
        ]
        for (method, path, body, secret) in shown {
            let whole = try await company.answer(method, path, cookies: browser.cookies, body: body)
            #expect(whole.html.contains(secret), "\(path) shows it when it can be written down")
            try await company.refuse(rowsOf: "audit_entry")
            let page = try await company.answer(method, path, cookies: browser.cookies, body: body)
            #expect(page.status == 500, "\(path)")
            #expect(!page.html.contains(secret) && page.headers[.contentDisposition] == nil, "\(path)")
            try await company.takeAgain(rowsOf: "audit_entry")
        }
    }

}

extension AuditVerdict {
    fileprivate var isWhole: Bool {
        switch self {
        case .whole: true
        case .changed, .missing, .cutOff, .headMissing: false
        }
    }
}
