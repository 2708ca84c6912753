import GRDB
import HTTPTypes
import Testing

@testable import App

/// Requests are decided once, by somebody else than who asks (ACC-4).
struct DecisionTests {
    private func company() async throws -> (TestCompany, FollowUp) {
        let company = try await TestCompany()
        return (company, try await company.filledCall(saying: "zqx0001w"))
    }

    private func decisions(_ company: TestCompany, _ request: AccessRequest.ID) async throws -> Int {
        try await company.number(
            """
            SELECT (SELECT count(*) FROM access_grant WHERE request_id = \(request))
                + (SELECT count(*) FROM access_refusal WHERE request_id = \(request))
            """)
    }

    private func fields(_ more: (String, String)...) -> [(name: String, value: String)] {
        ([("submission", SubmissionID.random().text)] + more).map { (name: $0.0, value: $0.1) }
    }

    @Test("an administrator who is an agent too can ask, and finds no way to decide it")
    func ownRequest() async throws {
        let (company, call) = try await company()
        try await company.give(.agent2, .administrator)
        let browser = try await company.browser(signedInAs: .agent2)
        let form = try await browser.get(Paths.newAccessRequest(.record(.followUp(call.id)))).form(Paths.accessRequests)
        let page = try await browser.submit(form, ["reason": "核对客户投诉中提到的工期"])
        let request: AccessRequest.ID = try #require(page.path.split(separator: "/").last.flatMap { ID(String($0)) })
        #expect(page.forms.filter(\.isInMain).isEmpty)
        #expect(try await browser.post(Paths.approval(request), fields(("hours", "24"))).status == 403)
        #expect(try await browser.post(Paths.refusal(request), fields(("reason", "不必了"))).status == 403)
        #expect(try await decisions(company, request) == 0)

        let grant = try await company.approve(request)
        let revoking = try await browser.post(Paths.revocation(grant), fields(("reason", "自己收回")))
        #expect([403, 409].contains(revoking.status))
        #expect(try await company.number("SELECT count(*) FROM access_revocation") == 0)
    }

    @Test("the second decision of a request is refused, whichever it is; the first one stands")
    func twice() async throws {
        let (company, call) = try await company()
        let admin = try await company.browser(signedInAs: .admin)
        let decisions: [(path: Path<AccessRequest.ID>, fields: (String, String))] = [
            (Paths.approval, ("hours", "24")), (Paths.refusal, ("reason", "理由不充分")),
        ]
        for first in decisions {
            for second in decisions {
                let request = try await company.ask(.manager, toRead: call)
                let (one, other) = (fields(first.fields), fields(second.fields))
                #expect(try await admin.post(first.path(request), one, following: false).status == 303)
                let before = try await company.contents()
                #expect(try await admin.post(second.path(request), other).status == 409)
                // Sent twice with one number, a form is one decision and no conflict.
                #expect(try await admin.post(first.path(request), one, following: false).status == 303)
                #expect(try await company.contents() == before)
                #expect(try await self.decisions(company, request) == 1)
            }
        }
    }

    @Test("a grant is revoked once; it cannot be revoked when it has expired")
    func revokedTwice() async throws {
        let (company, call) = try await company()
        let admin = try await company.browser(signedInAs: .admin)
        let grant = try await company.approve(try await company.ask(.manager, toRead: call))
        let first = fields(("reason", "已核对完毕"))
        #expect(try await admin.post(Paths.revocation(grant), first, following: false).status == 303)
        #expect(try await admin.post(Paths.revocation(grant), first, following: false).status == 303)
        #expect(try await admin.post(Paths.revocation(grant), fields(("reason", "再收一次"))).status == 409)
        #expect(try await company.number("SELECT count(*) FROM access_revocation") == 1)

        let short = try await company.approve(try await company.ask(.manager, toRead: call), hours: 1)
        company.clock.advance(hours: 1)
        #expect(try await admin.post(Paths.revocation(short), fields(("reason", "太晚了"))).status == 409)
        #expect(try await company.number("SELECT count(*) FROM access_revocation") == 1)
    }

    @Test("two administrators decide at once: one decision is made, the other is told so")
    func atOnce() async throws {
        let (company, call) = try await company()
        try await company.give(.agent2, .administrator)
        let (one, other) = (
            try await company.browser(signedInAs: .admin), try await company.browser(signedInAs: .agent2)
        )
        for _ in 0..<20 {
            let request = try await company.ask(.manager, toRead: call)
            async let approving = one.send(
                .post, Paths.approval(request), body: FormText.encode(fields(("hours", "24"))))
            async let refusing = other.send(
                .post, Paths.refusal(request), body: FormText.encode(fields(("reason", "理由不充分"))))
            let statuses = [try await approving.status, try await refusing.status]
            #expect(statuses.sorted() == [303, 409])
            #expect(try await decisions(company, request) == 1)
            let entries = try await company.audited("access-request", request)
            #expect(entries.count == 2)
        }
    }

    @Test("what is not there cannot be asked for, decided or revoked", arguments: ["999999", "0", "-1", "x", ""])
    func missing(_ id: String) async throws {
        let (company, _) = try await company()
        let admin = try await company.browser(signedInAs: .admin)
        let manager = try await company.browser(signedInAs: .manager)
        let before = try await company.contents()
        #expect(try await manager.get("/access-requests/new?record=follow-up-\(id)").status == 404)
        #expect(try await manager.get("/access-requests/new?project=\(id)").status == 404)
        for (name, value) in [
            ("record", "follow-up-\(id)"), ("record", "feedback-\(id)"), ("record", id), ("project", id),
        ] {
            let asked = fields(("reason", "核对客户投诉中提到的工期"), ("hours", "24"), (name, value))
            #expect(try await manager.post(Paths.accessRequests, asked).status == 404)
        }
        #expect(try await admin.get("/access-requests/\(id)x").status == 404)
        for path in [
            "/access-requests/\(id)/approval", "/access-requests/\(id)/refusal", "/access-grants/\(id)/revocation",
        ] {
            #expect(try await admin.post(path, fields(("hours", "24"), ("reason", "没有这一个"))).status == 404)
        }
        #expect(try await company.contents() == before)
    }

    @Test("somebody else's request is not there for those who decide nothing")
    func others() async throws {
        let (company, call) = try await company()
        let request = try await company.ask(.manager, toRead: call)
        for one in [Staff.agent, .executive, .technician] {
            let browser = try await company.browser(signedInAs: one)
            #expect(try await browser.get(Paths.accessRequest(request)).status == 404)
            #expect(try await !browser.get(Paths.accessRequests).html.contains("核对客户投诉"))
        }
    }
}

extension TestCompany {
    /// Adds a role to those that somebody has.
    func give(_ one: Staff, _ role: Role) async throws {
        let id = try member(one).id
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO member_role (member_id, role) VALUES (?, ?)", arguments: [id, role.rawValue])
        }
    }
}
