import Forms
import Foundation
import Logging
import Rulebooks
import Testing

@testable import App

@Suite("Plans that are carried on (CAD-6)")
struct CarryOnTests {
    private func completed(_ company: TestCompany) async throws -> Project.ID {
        try await company.registerProject(
            of: company.registerCustomer(),
            milestones: [
                .started: MilestoneDates(actual: company.today.adding(days: -100)),
                .completed: MilestoneDates(actual: company.today.adding(days: -30)),
            ])
    }

    private func round(_ company: TestCompany) async {
        await PeriodicTasks(app: company.app, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            .carryOnPlans()
    }

    @Test("planning the same project again changes nothing, however often")
    func sameTwice() async throws {
        let company = try await TestCompany()
        let project = try await completed(company)
        let stored = try await company.storedPlan()
        #expect(stored.count >= 6)
        for _ in 0..<2 {
            let change = try await company.database.write {
                [planSync = company.app.planSync, today = company.today] db in
                try planSync.replan(db, project: project, today: today)
            }
            #expect(change == PlanChange())
        }
        #expect(try await company.storedPlan() == stored)
        await round(company)
        #expect(try await company.storedPlan() == stored)
    }

    @Test("the daily round plans on before the stored part of the plan comes to its end, and adds each call once")
    func dailyRound() async throws {
        let company = try await TestCompany()
        let project = try await completed(company)
        let before = try await company.followUps.ofProject(project)
        // Completed on 24 October: the warranty's calls are 3, 6, 9, 12, 18 and 24 months later, the first four in sight.
        #expect(before.count { $0.stage == "warranty" } == 4)
        company.clock.advance(days: 150)
        await round(company)
        let after = try await company.followUps.ofProject(project)
        #expect(after.count { $0.stage == "warranty" } == 5)
        #expect(after.contains { $0.opens == Day("2028-04-24") })
        #expect(before.allSatisfy { old in after.contains { "\($0)" == "\(old)" } }, "what stood there is not touched")
        await round(company)
        #expect(try await company.followUps.ofProject(project).count == after.count)
    }

    @Test("the round plans on for more projects than one transaction takes")
    func manyProjects() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        for number in 1...104 {
            _ = try await company.registerProject(
                "HF-\(number)", of: customer,
                milestones: [.completed: MilestoneDates(actual: company.today.adding(days: -30))])
        }
        company.clock.advance(days: 150)
        await round(company)
        let planned = try await company.number("SELECT count(*) FROM follow_up WHERE opens_on = '2028-04-24'")
        #expect(planned == 104)
    }

    @Test("what was done, tried in vain or excused is as it was after a round")
    func keepsHistory() async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall("HF-1")
        let excused = try await company.owedCall("HF-2")
        _ = try await company.followUps.excuse(excused.id, because: "客户已搬走", .random(), try company.stamp(.admin))
        let unreachable = try await company.owedCall("HF-3")
        for _ in 0..<3 {
            _ = try await company.followUps.record(
                .busy, callbackAt: nil, of: unreachable.id, by: company.member(.agent), .random(), company.stamp(.agent)
            )
        }
        let history = { try await company.storedPlan().filter { !$0.contains("state: App.FollowUp.StoredState.owed") } }
        let before = try await history()
        #expect(before.count == 3)
        company.clock.advance(days: 300)
        await round(company)
        #expect(try await history() == before)
    }
}
