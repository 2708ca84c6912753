import Forms
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import App

@Suite("The way of a posted form")
struct TakeTests {
    private static let note = Field<String>.text("note", maximum: 5, required: true)
    private static let form = Form("note", [note])
    private static let key = "submission-of-a-note"

    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    @Test("what is right is stored under its key, and answered with where it is shown")
    func right() async throws {
        var stored: [String] = []
        let taken = try await take("note=later&version=3") { note, form in
            stored.append("\(note) \(form.submission.text) \(try form.baseVersion())")
            return .seeOther("/notes/1", notice: "notice.note-kept")
        }
        #expect(stored == ["later \(Self.key) 3"])
        #expect(taken.response.status == .seeOther && taken.response.headers[.location] == "/notes/1")
        #expect(taken.again == nil)
    }

    @Test("what is wrong is stored nowhere, and its page has every word, the same key and the same version")
    func wrong() async throws {
        let taken = try await take("note=too+long&version=3") { _, _ in
            Issue.record("stored")
            return .seeOther("/")
        }
        let again = try #require(taken.again)
        #expect(taken.response.status == .unprocessableContent)
        #expect(again.bound.typed("note") == "too long" && again.bound.errors(for: "note").map(\.code) == ["too-long"])
        #expect(again.submission.text == Self.key && again.version == 3 && !again.isStale)
    }

    @Test("valid fields that say nothing together are wrong, too")
    func unread() async throws {
        let taken = try await take("note=later", reading: { _ in nil }) { _, _ in .seeOther("/") }
        #expect(taken.response.status == .unprocessableContent && taken.again?.isStale == false)
    }

    @Test("what only the store finds wrong is shown in the same way")
    func taken() async throws {
        let taken = try await take("note=later") { _, form in
            Response(status: form.adding(FieldError(field: "note", code: "taken")).status)
        }
        #expect(taken.response.status == .unprocessableContent)
    }

    @Test("what comes too late keeps its words and its key, and takes the version that is stored by now")
    func late() async throws {
        let taken = try await take("note=later&version=3") { _, _ in throw StaleVersion() }
        let again = try #require(taken.again)
        #expect(taken.response.status == .conflict)
        #expect(again.bound.typed("note") == "later" && again.submission.text == Self.key)
        #expect(again.version == nil && again.lateness is StaleVersion)
    }

    @Test("what is refused for another reason is no matter of the form")
    func refused() async throws {
        await #expect(throws: Refusal.forbidden("own-call")) {
            try await take("note=later") { _, _ in throw Refusal.forbidden("own-call") }
        }
        await #expect(throws: Refusal.malformed) {
            try await take("note=later") { _, form in .seeOther("/notes/\(try form.baseVersion())") }
        }
        await #expect(throws: Refusal.malformed) {
            try await take("note=later", key: "") { _, _ in .seeOther("/") }
        }
    }

    @Test("sent twice, it is stored once and answered twice alike")
    func twice() async throws {
        let stamp = try company.stamp(.agent)
        for _ in 1...2 {
            let taken = try await take("note=later") { _, form in
                let path = try await company.database.once(form.submission, stamp) {
                    [audit = company.database.audit] db, stamp in
                    try audit.append(db, .listExported, .company, stamp)
                    return "/notes/1"
                }
                return .seeOther(path)
            }
            #expect(taken.response.headers[.location] == "/notes/1")
        }
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 1)
    }

    /// - Returns: the answer, and the form as its page got it when it was shown again.
    @discardableResult
    private func take(
        _ typed: String, key: String = key, reading: (BoundForm) -> String? = { $0[Self.note] },
        store: (String, PostedForm) async throws -> Response
    ) async throws -> (response: Response, again: PostedForm?) {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var context = AppContext(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        context.now = company.clock.now
        var again: PostedForm?
        let request = Request.post(
            [Array("submission=\(key)&\(typed)".utf8)], type: "application/x-www-form-urlencoded")
        let response = try await company.app.pages.take(Self.form, from: request, context) {
            reading($0)
        } again: { form in
            again = form
            return Response(status: form.status)
        } store: { note, form in
            try await store(note, form)
        }
        return (response, again)
    }
}
