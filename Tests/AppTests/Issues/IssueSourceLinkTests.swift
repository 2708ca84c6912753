import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("An issue is raised where it comes up (ISS-1, ISS-5)")
struct IssueOccasionTests {
    @Test("from one answer of a sheet: its remark stands there already, and nothing else of the sheet")
    func fromAnswer() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall("HF-1")
        let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
        let content = questionnaire.content(.angry) { "标记\($0)" }
        _ = try await company.sheets.submit(
            content, questionnaire, of: call.id, by: try company.member(.agent), .random(), try company.stamp(.agent))
        let agent = try await company.browser(signedInAs: .agent)
        let asked = try #require(questionnaire.questions.first { !$0.kind.negativeAnswers.isEmpty })
        try await agent.get(Paths.record(call.id))
        try await agent.follow(Paths.newIssue(of: .followUp(call.id, question: asked.id)))
        let form = try agent.page.form(Paths.issues)
        let words = form["words"]?.value ?? ""
        #expect(words.split(separator: "标记").count == 2, "one remark: \(words)")
        try await agent.submit(form, ["category": "quality"])
        #expect(agent.page.heading.contains("待转办"))
        let stored = try await company.whole(1).issue
        #expect(stored.source == .followUp && stored.sourceID == call.id.number && stored.words == words)
    }

    @Test("the same problem again is recognised, linked and marked")
    func sameAgain() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let first = try await company.raiseIssue(project: project)
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.newIssue(of: .project(project)))
        let form = try agent.page.form(Paths.issues)
        let asked = try await agent.submit(form, ["words": "水槽又漏水了", "category": "repair"])
        #expect(asked.status == 422 && asked.text.contains("WT20261123-01"))
        try await agent.submit(asked.form(Paths.issues), ["same": Typed(String(first))])
        #expect(agent.page.text.contains("重复提出"))
        #expect(try await company.whole(first).issue.isImportant)
        #expect(try await company.whole(first).linked.map(\.id) == [2])
    }

    @Test("only somebody who was in charge on that day can be meant")
    func inCharge() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let term = Assignment.Term(
            duty: .foreman, memberID: try company.member(.technician).id, since: company.today, until: nil)
        _ = try await AssignmentStore(database: company.database).add(
            term, to: project, .random(), try company.stamp(.agent))
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.newIssue(of: .project(project))).form(Paths.issues)
        let typed: [String: Typed] = [
            "words": "工长态度差", "category": "service", "concerned": Typed("foreman:\(term.memberID)"),
            "received.date": "2026-11-20",
        ]
        let page = try await agent.submit(form, typed)
        #expect(page.status == 422 && page.text.contains("这一天负责的不是这位"))
        try await agent.submit(page.form(Paths.issues), ["received.date": "2026-11-23", "received.time": "09:00"])
        #expect(try await company.whole(1).issue.concerned?.member.id == term.memberID)
    }

    @Test("to a work order with what is known, and back when the visit was made")
    func workOrder() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue("水管爆裂", urgency: .waterElectricity)
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.newWorkOrder(issue: id)).status == 409, "no department works on it yet")
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let page = try await agent.get(Paths.issue(id))
        let form = try await agent.get(try page.link(Paths.newWorkOrder(issue: id))).form(Paths.workOrders)
        #expect(form["symptom"]?.value == "水管爆裂" && form["urgency"]?.value == "water-electricity")
        try await agent.submit(form)
        #expect(try await company.whole(id).orders.count == 1)
        let order: WorkOrder.ID = try await company.id("SELECT max(id) FROM work_order")
        _ = try await company.orders.approve(
            order, remark: "", by: try company.member(.manager), .random(), try company.stamp(.manager))
        let visit = try await company.dispatch(order)
        company.clock.advance(hours: 1)
        _ = try await company.visits.arrive(
            visit, by: try company.member(.technician), .random(), try company.stamp(.technician))
        let whole = try await company.whole(id)
        #expect(whole.steps.map(\.name).suffix(2) == ["ordered", "arrived"])
        #expect(whole.orders.map(\.id) == [order], "however many steps speak of it")
        #expect(whole.clock.deadlines.first { $0.kind == .arrival }?.isMet == true)
    }

    @Test("what was done on the spot is told in its story, and the order stands there once")
    func visited() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue("水管爆裂", urgency: .waterElectricity)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let sent = try await company.sentVisit()
        try await company.database.write { [issues = company.issues] db in
            try issues.noteOrder(db, sent.order, because: id, try company.stamp(.manager))
        }
        try await ReportMaker(company: company, sent: sent, goer: .technician).file()
        let whole = try await company.whole(id)
        #expect(whole.steps.map(\.name).suffix(3) == ["ordered", "arrived", "visited"])
        #expect(whole.steps.last?.text.contains("更换阀芯") == true)
        #expect(whole.orders.map(\.id) == [sent.order])
    }

    @Test("the manager who answers it sends somebody without anybody else")
    func managersOwn() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue("水管爆裂", urgency: .waterElectricity)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.issue(id))
        try await manager.submit(manager.get(try page.link(Paths.newWorkOrder(issue: id))).form(Paths.workOrders))
        let order: WorkOrder.ID = try await company.id("SELECT max(id) FROM work_order")
        try await manager.submit(manager.page.form(Paths.workOrderApproval(order)))
        #expect(try await company.order(order).state == .approved)
    }

    @Test(
        "solving it owes the customer a call with questions of its own, whoever complained (ISS-7)",
        arguments: [true, false])
    func callAfterwards(isComplaint: Bool) async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let id = try await company.raiseIssue(project: project, isComplaint: isComplaint)
        try await company.take(IssueActionInput(action: .referral, department: "maintenance"), on: id, as: .admin)
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let owed = "SELECT count(*) FROM follow_up WHERE stage = 'issue-solved' AND opens_on = '2026-11-24'"
        #expect(try await company.number(owed) == 0)
        try await company.take(IssueActionInput(action: .solution, text: "更换阀芯"), on: id, as: .manager)
        #expect(try await company.number(owed) == 1)
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.project(project)).text.contains("问题解决回访"))
    }

    @Test("who leaves hands over what they see through; what they did stays theirs (ACC-9)")
    func handover() async throws {
        let company = try await TestCompany()
        let id = try await company.raiseIssue(by: .agent)
        let store = HandoverStore(database: company.database, zone: company.zone)
        let (from, to) = (try company.member(.agent).id, try company.member(.agent2).id)
        _ = try await store.handOver(
            HandoverInput(from: from, to: [to], extent: .forGood), because: "离职", today: company.today, .random(),
            try company.stamp(.admin))
        let whole = try await company.whole(id)
        #expect(whole.issue.owner?.id == to && whole.issue.takenBy?.id == from)
        #expect(whole.steps.last?.name == "handed-over")
    }
}
