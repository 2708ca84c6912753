import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import App

/// A form acts with the rights, the session and the clock of the moment in which it is stored, never of its first byte
/// (ACC-11).
struct SlowBodyTests {
    /// What can happen between the first byte of a form and its last.
    enum Meanwhile: String, CaseIterable, Sendable {
        case roleTaken, locked, signedOut, sessionOver

        func happen(to one: Staff, in company: TestCompany) async throws {
            let id = try company.member(one).id
            try await company.database.write { db in
                switch self {
                case .roleTaken: try db.execute(sql: "DELETE FROM member_role WHERE member_id = ?", arguments: [id])
                case .locked:
                    try db.execute(
                        sql: "UPDATE member SET locked_at = ? WHERE id = ?", arguments: [company.clock.now, id])
                case .signedOut: try SessionStore.endAll(db, of: id, at: company.clock.now)
                case .sessionOver: break
                }
            }
            if self == .sessionOver { company.clock.advance(hours: 13) }
        }
    }

    @Test(
        "nothing is stored of a form whose sender may not any more when its last byte comes",
        arguments: Meanwhile.allCases,
        FormSubmissions.all.filter { $0.hasSubmission && $0.name != "change the password" })
    func everyDeed(_ meanwhile: Meanwhile, _ action: FormSubmissions.Deed) async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let browser = try await company.browser(signedInAs: action.who)
        let page = try await browser.get(action.page(actions))
        let form = try page.form(action.action(actions), having: action.button ?? action.typed(actions).keys.first)
        let body = FormText.encode(try form.entries(action.typed(actions), button: action.button))
        let before = try await company.number("SELECT count(*) FROM submission")
        let status = try await company.sendSlowly(form.action, body, cookies: browser.cookies) {
            try await meanwhile.happen(to: action.who, in: company)
        }
        // Everybody changes their own password, whatever their roles.
        if meanwhile == .roleTaken, form.action == Paths.password { return }
        #expect([401, 403].contains(status), "\(action.name): \(status)")
        #expect(try await company.number("SELECT count(*) FROM submission") == before)
    }

    @Test("a correction that was begun before the seal and comes after it is not stored, and its words are shown")
    func sealedMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let browser = try await company.browser(signedInAs: .agent)
        let path = Paths.correction(call.id)
        let form = try await browser.get(path).form(path)
        let body = FormText.encode(try form.entries(["customerWords": "迟到的话", "reason": "听错了"]))
        let status = try await company.sendSlowly(path, body, cookies: browser.cookies) { company.passDeadline() }
        #expect([401, 403, 409].contains(status))
        #expect(try await company.number("SELECT count(*) FROM sheet_revision") == 1)
    }

    @Test("an entry bears the moment in which it was stored, so that the trail's times go on with its numbers")
    func moments() async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let browser = try await company.browser(signedInAs: .admin)
        let path = Paths.approval(actions.pending)
        let form = try await browser.get(Paths.accessRequest(actions.pending)).form(path)
        let body = FormText.encode(try form.entries(["hours": "4"]))
        let status = try await company.sendSlowly(path, body, cookies: browser.cookies) {
            company.clock.advance(seconds: 8)
        }
        #expect(status == 303)
        let at = try await company.database.read { db in
            try Date.fetchOne(db, sql: "SELECT granted_at FROM access_grant ORDER BY id DESC LIMIT 1")
        }
        #expect(at == company.clock.now)
    }

    @Test("two administrators who take each other's role at one instant: one of them stays")
    func eachOther() async throws {
        for _ in 0..<5 {
            let company = try await TestCompany()
            let second = try company.member(.agent2)
            _ = try await company.app.memberStore.correct(
                second.id,
                to: MemberFacts(name: second.name, username: Username(typed: "agent2"), roles: [.administrator]),
                version: second.version, .random(), try company.stamp(.admin))
            async let one = company.takeRole(of: .admin, as: .agent2)
            async let other = company.takeRole(of: .agent2, as: .admin)
            let statuses = try await [one, other]
            #expect(statuses.filter { $0 == 303 }.count == 1, "\(statuses)")
            #expect(
                try await company.number("SELECT count(*) FROM member_role WHERE role = 'administrator'") == 1)
        }
    }
}

extension TestCompany {
    fileprivate func takeRole(of one: Staff, as other: Staff) async throws -> Int {
        let browser = try await browser(signedInAs: other)
        let path = Paths.member(try member(one).id)
        let form = try await browser.get(path).form(path)
        return try await browser.submit(form, ["roles": Typed(["agent"])], following: false).status
    }

    /// Sends a form whose last bytes come after something else has happened.
    fileprivate func sendSlowly(
        _ path: String, _ body: String, cookies: [String: String],
        meanwhile: @Sendable @escaping () async throws -> Void
    ) async throws -> Int {
        let bytes = Array(body.utf8)
        let (chunks, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        continuation.yield(ByteBuffer(bytes: bytes.prefix(5)))
        let headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .contentLength: String(bytes.count),
            .cookie: cookies.cookieHeader, .acceptLanguage: "zh-Hans", .secFetchSite: "same-origin",
        ]
        async let answer = respond(.post, path, headers, RequestBody(asyncSequence: chunks))
        // Its head has been read, and who sends it could have been looked up by now.
        for _ in 0..<50 { await Task.yield() }
        try await Task.sleep(for: .milliseconds(30))
        try await meanwhile()
        continuation.yield(ByteBuffer(bytes: bytes.dropFirst(5)))
        continuation.finish()
        return try await answer.status.code
    }
}
