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
        FormSubmissions.all.filter { failing == .entry || $0.hasSubmission }.map { (failing, $0) }
    }

    /// A wrong password is counted before it is looked at, so that being interrupted gives no second guess.
    private static let countedBeforehand = "sign_in_throttle"

    /// A sheet is opened before it is corrected, and that reading has happened whatever comes of the correction.
    private static func readBeforehand(_ action: FormSubmissions.Deed) -> String? {
        action.name == "correct a sheet" ? "audit_entry" : nil
    }

    @Test("a deed that cannot be stored whole leaves nothing, and is done when it is sent again", arguments: cases)
    func nothingHalf(_ failing: Failing, _ action: FormSubmissions.Deed) async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let browser = try await company.browser(signedInAs: action.who)
        let page = try await browser.get(action.page(actions))
        let form = try page.form(action.action(actions), having: action.button ?? action.typed(actions).keys.first)
        let body = FormText.encode(try form.entries(action.typed(actions), button: action.button))
        try await company.refuse(rowsOf: failing.rawValue)
        let before = try await company.contents()

        let broken = try await company.answer(.post, form.action, cookies: browser.cookies, body: body)
        #expect(broken.status == 500)
        #expect(!broken.heading.isEmpty)
        #expect(broken.location == nil && broken.headers[.setCookie] == nil)
        #expect(!broken.html.contains("zqx0001w"))
        let after = try await company.contents()
        for table in before.keys where table != Self.countedBeforehand && table != Self.readBeforehand(action) {
            #expect(before[table] == after[table], "\(table)")
        }

        try await company.takeAgain(rowsOf: failing.rawValue)
        let done = try await company.answer(.post, form.action, cookies: browser.cookies, body: body)
        #expect([200, 303].contains(done.status), "\(done)")
        #expect(try await company.contents() != before)
        #expect(try await AuditStore(database: company.database).verify().isWhole)
    }

    @Test(
        "a record whose reading cannot be written down is not shown to anybody who may read it",
        arguments: [Staff.admin, .agent, .manager])
    func record(_ who: Staff) async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let browser = try await company.browser(signedInAs: who)
        #expect(try await browser.get(Paths.record(actions.filled.id)).html.contains("zqx0001w"))
        let pages = [Paths.record(actions.filled.id)] + (who == .agent ? [Paths.correction(actions.filled.id)] : [])
        try await company.refuse(rowsOf: "audit_entry", when: "NEW.action IN ('record-read', 'record-refused')")
        let before = try await company.contents()
        for path in pages {
            for method in [HTTPRequest.Method.get, .head] {
                let page = try await company.answer(method, path, cookies: browser.cookies)
                // Whoever asks for the headers alone opens nothing.
                #expect((method == .head ? [200] : [403, 500]).contains(page.status))
                #expect(!page.html.contains("zqx0001w"))
            }
        }
        #expect(try await company.contents() == before)
        try await company.takeAgain(rowsOf: "audit_entry")
        #expect(try await browser.get(Paths.record(actions.filled.id)).html.contains("zqx0001w"))
    }

    @Test("the two versions, an unfinished sheet, phones in full and the file are not shown either without their entry")
    func others() async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let content = SheetContent(answers: ["customerWords": ["zqx0002w"]])
        _ = try await company.sheets.keepDraft(
            content, of: actions.owed.id, by: try company.member(.agent), try company.stamp(.agent))
        let phone = try #require(try await company.customers.find(actions.customer)?.details.phones.first?.canonical)
        let browser = try await company.browser(signedInAs: .agent)
        let sheet = Paths.sheet(actions.filled.id)
        let again = FormText.encode([("submission", SubmissionID.random().text), ("overall", "3")])
        let shown: [(HTTPRequest.Method, String, String?, String)] = [
            (.post, sheet, again, "zqx0001w"), (.get, Paths.sheet(actions.owed.id), nil, "zqx0002w"),
            (.post, Paths.customerPhones(actions.customer), "", phone),
            (.get, Paths.customerEdit(actions.customer), nil, phone),
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

    @Test("nobody is signed in, and nobody signed out, by what cannot be written down")
    func sessions() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        try await company.refuse(rowsOf: "audit_entry")
        let before = try await company.contents(without: ["sign_in_throttle"])
        let body = FormText.encode([
            ("submission", SubmissionID.random().text), ("username", "admin"), ("password", TestCompany.password),
        ])
        let refused = try await company.answer(.post, Paths.signIn, body: body)
        #expect(refused.status == 500 && refused.headers[.setCookie] == nil)
        #expect(try await company.answer(.post, Paths.signOut, cookies: browser.cookies, body: "").status == 500)
        #expect(try await company.contents(without: ["sign_in_throttle"]) == before)
        #expect(try await browser.get(Paths.today).status == 200)
    }
}
