import Foundation
import Testing

@testable import App

/// A grant opens what it says, to whom it says, for as long as it says, from one request to the next (ACC-4).
struct GrantTests {
    /// Two sealed records of one project, one of another, and the browsers of those who ask and decide.
    private struct Records {
        let company: TestCompany
        let first: FollowUp
        let second: FollowUp
        let foreign: FollowUp
        let manager: Browser
        let admin: Browser

        static func make() async throws -> Records {
            let company = try await TestCompany()
            let first = try await company.filledCall("HF-1", saying: "zqx0001w")
            let second = try #require(
                try await company.followUps.ofProject(first.projectID).first { $0.state == .owed })
            try await company.letOpen(second)
            try await company.fillSheet(of: second, saying: "zqx0002w")
            let foreign = try await company.filledCall("HF-2", customer: "李四", saying: "zqx0003w")
            company.passDeadline()
            return Records(
                company: company, first: first, second: second, foreign: foreign,
                manager: try await company.browser(signedInAs: .manager),
                admin: try await company.browser(signedInAs: .admin))
        }

        /// Which of the three the manager's open browser gets to read with its next requests.
        func read() async throws -> [Bool] {
            var read: [Bool] = []
            for (call, mark) in [(first, "zqx0001w"), (second, "zqx0002w"), (foreign, "zqx0003w")] {
                let page = try await manager.get(Paths.record(call.id))
                #expect(page.status == (page.html.contains(mark) ? 200 : 403))
                read.append(page.html.contains(mark))
            }
            return read
        }

        /// The manager asks on the page; the number of the request.
        func ask(_ path: String, hours: String) async throws -> AccessRequest.ID {
            let form = try await manager.get(path).form(Paths.accessRequests)
            let page = try await manager.submit(
                form, ["reason": "核对客户投诉中提到的工期", "hours": Typed(hours)])
            return try #require(page.path.split(separator: "/").last.flatMap { ID(String($0)) })
        }

        func approve(_ request: AccessRequest.ID, _ typed: [String: Typed]) async throws -> ShownPage {
            let form = try await admin.get(Paths.accessRequest(request)).form(Paths.approval(request))
            return try await admin.submit(form, typed)
        }
    }

    @Test("asking opens nothing, approval of one record opens that one, and no other of the project or elsewhere")
    func narrower() async throws {
        let records = try await Records.make()
        #expect(try await records.read() == [false, false, false])
        let request = try await records.ask(Paths.newAccessRequest(.project(records.first.projectID)), hours: "24")
        #expect(try await records.read() == [false, false, false])
        let page = try await records.approve(
            request, ["scope": Typed(SealedRecord.followUp(records.second.id).description), "hours": "24"])
        #expect(page.notice != nil)
        #expect(try await records.read() == [false, true, false])
    }

    @Test("a grant for a project opens all of its records and none of another")
    func project() async throws {
        let records = try await Records.make()
        let request = try await records.ask(Paths.newAccessRequest(.project(records.first.projectID)), hours: "24")
        _ = try await records.approve(request, ["scope": "project"])
        #expect(try await records.read() == [true, true, false])
        #expect(
            try await records.company.browser(signedInAs: .executive).get(Paths.record(records.first.id)).status == 403)
    }

    @Test("an hour that was granted instead of a day ends after an hour, to the millisecond")
    func shorter() async throws {
        let records = try await Records.make()
        let request = try await records.ask(Paths.newAccessRequest(.record(.followUp(records.first.id))), hours: "24")
        _ = try await records.approve(request, ["hours": "1"])
        #expect(try await records.read() == [true, false, false])
        records.company.clock.advance(seconds: 3599.999)
        #expect(try await records.read() == [true, false, false])
        records.company.clock.advance(seconds: 0.001)
        #expect(try await records.read() == [false, false, false])
        let page = try await records.manager.get(Paths.accessRequest(request))
        #expect(try !page.has("//a[@href='\(Paths.record(records.first.id))']"))
    }

    @Test("a refusal opens nothing, and the one who asked reads why")
    func refused() async throws {
        let records = try await Records.make()
        let request = try await records.ask(Paths.newAccessRequest(.record(.followUp(records.first.id))), hours: "4")
        let form = try await records.admin.get(Paths.accessRequest(request)).form(Paths.refusal(request))
        _ = try await records.admin.submit(form, ["reason": "请先问项目经理"])
        #expect(try await records.read() == [false, false, false])
        #expect(try await records.manager.get(Paths.accessRequest(request)).text.contains("请先问项目经理"))
    }

    @Test("a revocation closes the record on the next request; asked and approved again, it opens again")
    func revoked() async throws {
        let records = try await Records.make()
        let request = try await records.ask(Paths.newAccessRequest(.record(.followUp(records.first.id))), hours: "24")
        _ = try await records.approve(request, [:])
        #expect(try await records.read() == [true, false, false])
        let page = try await records.admin.get(Paths.accessRequest(request))
        let form = try #require(page.forms.first { $0.action.hasSuffix("/revocation") })
        _ = try await records.admin.submit(form, ["reason": "已核对完毕"])
        #expect(try await records.read() == [false, false, false])
        #expect(try await records.manager.get(Paths.record(records.first.id) + "?revision=1").status == 403)
        let again = try await records.ask(Paths.newAccessRequest(.record(.followUp(records.first.id))), hours: "1")
        _ = try await records.approve(again, [:])
        #expect(try await records.read() == [true, false, false])
    }

    @Test("a longer grant that was revoked does not end a shorter one beside it")
    func beside() async throws {
        let records = try await Records.make()
        let company = records.company
        let long = try await company.approve(try await company.ask(.manager, toReadAllOf: records.first.projectID))
        _ = try await company.approve(try await company.ask(.manager, toRead: records.first), hours: 1)
        #expect(try await records.read() == [true, true, false])
        try await company.revoke(long)
        #expect(try await records.read() == [true, false, false])
    }

    @Test("each reading under a grant names that grant in the trail, and the record's readings say why")
    func trail() async throws {
        let records = try await Records.make()
        let company = records.company
        let grant = try await company.approve(try await company.ask(.manager, toRead: records.first))
        _ = try await records.read()
        let readings = "SELECT count(*) FROM audit_entry WHERE action = 'record-read' AND grant_id = \(grant)"
        #expect(try await company.number(readings) == 1)
        let page = try await records.admin.get(Paths.readings(records.first.id))
        #expect(page.text.contains("核对客户投诉中提到的工期") && page.text.contains(Staff.manager.name))
    }

    @Test(
        "nobody can be granted more than the rulebook's longest time, or a record of another project",
        arguments: ["9999", "0", "-1", "24.5", "168 ", "１６８"])
    func limits(_ hours: String) async throws {
        let records = try await Records.make()
        let request = try await records.ask(Paths.newAccessRequest(.project(records.first.projectID)), hours: "24")
        let send = { (hours: String, scope: String) in
            try await records.admin.post(
                Paths.approval(request),
                [("submission", SubmissionID.random().text), ("hours", hours), ("scope", scope)])
        }
        if hours.trimmingCharacters(in: .whitespaces) != "168" && hours != "１６８" {
            #expect(try await send(hours, "project").status == 422)
        }
        for scope in [String(records.foreign.id), "999999", "-1", "projects"] {
            #expect(try await send("24", scope).status == 422)
        }
        #expect(try await records.read() == [false, false, false])
    }
}
