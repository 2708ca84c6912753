import Foundation
import GRDB
import Testing

@testable import App

/// Until Sunday 17:00 on the company's clock the author corrects a sheet, and not a moment longer (ACC-3).
struct SealingTests {
    /// A sheet filled on Monday, and its author's browser, a few minutes before the deadline of the week.
    private struct Sheet {
        let company: TestCompany
        let call: FollowUp
        let deadline: Date
        let author: Browser

        static func make() async throws -> Sheet {
            let company = try await TestCompany()
            let call = try await company.filledCall(saying: "zqx0001w")
            company.passDeadline()
            let deadline = company.clock.now
            company.clock.advance(minutes: -5)
            return Sheet(
                company: company, call: call, deadline: deadline,
                author: try await company.browser(signedInAs: .agent))
        }

        func correct(_ form: ShownForm, _ words: String) async throws -> ShownPage {
            try await author.submit(form, ["customerWords": Typed(words), "reason": "听录音后更正"])
        }

        func revisions() async throws -> Int { try await company.number("SELECT count(*) FROM sheet_revision") }
    }

    @Test("the deadline is Sunday, 17:00 in Shanghai")
    func deadline() async throws {
        let sheet = try await Sheet.make()
        #expect(sheet.deadline == Date(timeIntervalSince1970: 1_795_942_800))
        let stored = "SELECT count(*) FROM sheet WHERE seals_at = '2026-11-29 09:00:00.000'"
        #expect(try await sheet.company.number(stored) == 1)
    }

    @Test("a millisecond before the deadline a correction is taken, at the deadline it is not")
    func toTheMillisecond() async throws {
        let sheet = try await Sheet.make()
        let path = Paths.correction(sheet.call.id)
        let early = try await sheet.author.get(path).form(path)
        sheet.company.clock.set(sheet.deadline.addingTimeInterval(-0.001))
        #expect(try await sheet.correct(early, "zqx0002w").status == 200)
        #expect(try await sheet.revisions() == 2)
        let late = try await sheet.author.get(path).form(path)
        #expect(late["customerWords"]?.value == "zqx0002w")

        sheet.company.clock.set(sheet.deadline)
        let page = try await sheet.correct(late, "zqx0003w")
        #expect([403, 409].contains(page.status))
        #expect(!page.html.contains("zqx0002w"))
        #expect(try await sheet.revisions() == 2)
        #expect(try await sheet.author.get(path).status == 403)
        #expect(try await sheet.author.get(Paths.record(sheet.call.id)).status == 403)
    }

    @Test("a sheet that is submitted at the deadline belongs to the week after it")
    func nextWeek() async throws {
        let sheet = try await Sheet.make()
        sheet.company.clock.set(sheet.deadline)
        let other = try await sheet.company.filledCall("HF-2", customer: "李四", saying: "zqx0004w")
        #expect(try await sheet.author.get(Paths.record(other.id)).html.contains("zqx0004w"))
        sheet.company.clock.set(sheet.deadline.addingTimeInterval(7 * 86_400 - 0.001))
        let later = try await sheet.company.browser(signedInAs: .agent)
        #expect(try await later.get(Paths.record(other.id)).html.contains("zqx0004w"))
        sheet.company.clock.advance(seconds: 0.001)
        #expect(try await later.get(Paths.record(other.id)).status == 403)
    }

    @Test("filed early, a sheet is sealed on the author's next request")
    func filedEarly() async throws {
        let sheet = try await Sheet.make()
        let path = Paths.correction(sheet.call.id)
        let open = try await sheet.author.get(path).form(path)
        let admin = try await sheet.company.browser(signedInAs: .admin)
        let filing = try await admin.get(Paths.followUp(sheet.call.id)).form(Paths.filing(sheet.call.id))
        #expect(try await admin.submit(filing).notice != nil)
        #expect(try await [403, 409].contains(sheet.correct(open, "zqx0003w").status))
        #expect(try await sheet.author.get(Paths.record(sheet.call.id)).status == 403)
        #expect(try await sheet.author.get(path).status == 403)
        #expect(try await sheet.revisions() == 1)
        // Filing again is refused, and so is filing by anybody but administrators.
        let again = [(name: "submission", value: SubmissionID.random().text)]
        #expect(try await admin.post(Paths.filing(sheet.call.id), again).status == 409)
        #expect(try await sheet.author.post(Paths.filing(sheet.call.id), again).status == 403)
    }

    @Test("with a grant the author reads the sealed sheet and still cannot correct it")
    func authorWithGrant() async throws {
        let sheet = try await Sheet.make()
        let path = Paths.correction(sheet.call.id)
        let open = try await sheet.author.get(path).form(path)
        sheet.company.clock.set(sheet.deadline)
        _ = try await sheet.company.approve(try await sheet.company.ask(.agent, toRead: sheet.call))
        #expect(try await sheet.author.get(Paths.record(sheet.call.id)).html.contains("zqx0001w"))
        #expect(try await [403, 409].contains(sheet.correct(open, "zqx0003w").status))
        #expect(try await sheet.author.get(path).status == 403)
        #expect(try await sheet.revisions() == 1)
        let grounds = try await sheet.company.number(
            "SELECT count(*) FROM audit_entry WHERE action = 'record-read' AND detail LIKE '%\"grant\"%'")
        #expect(grounds == 1)
    }

    @Test("once a sheet is submitted no draft of it is kept or shown, sealed or not")
    func drafts() async throws {
        let sheet = try await Sheet.make()
        for isSealed in [false, true] {
            if isSealed { sheet.company.clock.set(sheet.deadline) }
            let typed = [
                (name: "submission", value: SubmissionID.random().text), (name: "customerWords", value: "zqx0005w"),
            ]
            #expect(try await sheet.author.post(Paths.draft(sheet.call.id), typed).status == 409)
            let page = try await sheet.author.get(Paths.sheet(sheet.call.id))
            #expect(page.path == Paths.followUp(sheet.call.id) && !page.html.contains("zqx0005w"))
            #expect(try await sheet.company.number("SELECT count(*) FROM sheet_draft") == 0)
        }
    }

    @Test("a second sheet from another window shows the first beside it until that is sealed, and then nothing of it")
    func secondWindow() async throws {
        let sheet = try await Sheet.make()
        let again = { [(name: "submission", value: SubmissionID.random().text), (name: "overall", value: "3")] }
        let both = try await sheet.author.post(Paths.sheet(sheet.call.id), again())
        #expect(both.status == 409 && both.html.contains("zqx0001w"))
        sheet.company.clock.set(sheet.deadline)
        let closed = try await sheet.author.post(Paths.sheet(sheet.call.id), again())
        #expect([403, 409].contains(closed.status) && !closed.html.contains("zqx0001w"))
        #expect(try await sheet.revisions() == 1)
    }

    @Test("an unfinished sheet is its writer's alone: not the administrator's, and not of who takes the call over")
    func unfinished() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let agent = try await company.browser(signedInAs: .agent)
        let kept = try await agent.post(
            Paths.draft(call.id),
            [(name: "submission", value: SubmissionID.random().text), (name: "customerWords", value: "zqx0006w")])
        #expect(kept.status == 200 && !kept.html.contains("zqx0006w"))
        #expect(try await agent.get(Paths.sheet(call.id)).html.contains("zqx0006w"))
        for other in [Staff.admin, .agent2, .manager] {
            #expect(try await company.browser(signedInAs: other).get(Paths.sheet(call.id)).status == 403)
        }
        let taking = try company.member(.agent2).id
        try await company.database.write { db in
            try db.execute(sql: "UPDATE follow_up SET agent_id = ? WHERE id = ?", arguments: [taking, call.id])
        }
        let taken = try await company.browser(signedInAs: .agent2).get(Paths.sheet(call.id))
        #expect(taken.status == 200 && !taken.html.contains("zqx0006w"))
        #expect(try await agent.get(Paths.sheet(call.id)).status == 403)
    }
}
