import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("Changing milestones")
struct MilestoneStoreTests {
    private let started = "2026-10-01"

    private func project(_ company: CustomersCompany) async throws -> Project.ID {
        try await company.register(
            company.projectDetails(), of: try await company.register(company.details()),
            [.started: MilestoneDates(actual: Day(started))])
    }

    private func owed(_ company: CustomersCompany, _ project: Project.ID) async throws -> [String: Day] {
        try await company.database.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT plan_key, opens_on FROM follow_up WHERE project_id = ?", arguments: [project])
            return Dictionary(rows.map { ($0["plan_key"], $0["opens_on"]) }) { first, _ in first }
        }
    }

    @Test("saving plans anew what is owed, in the same transaction")
    func replans() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        let before = try await owed(company, project)
        let dates: [MilestoneKind: MilestoneDates] = [.started: MilestoneDates(actual: Day("2026-11-15"))]
        let path = try await company.milestones.save(
            dates, of: project, version: 1, today: CustomersCompany.today, .random(), company.stamp)
        let after = try await owed(company, project)
        #expect(path == Paths.project(project))
        #expect(!before.isEmpty && before.keys.sorted() == after.keys.sorted() && before != after)
        #expect(try await company.milestones.find(project)?.milestones == dates)
        let audit = try #require(try await company.audited("project", project).last)
        #expect(audit.hasPrefix("milestones-changed") && audit.contains("\"milestones\":\"started\""))
    }

    @Test("what was done stays as it is")
    func doneStays() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        let key = try #require(try await owed(company, project).keys.sorted().first)
        try await company.database.write { db in
            try db.execute(
                sql:
                    "UPDATE follow_up SET state = 'done', done_on = '2026-10-12' WHERE project_id = ? AND plan_key = ?",
                arguments: [project, key])
        }
        let before = try await owed(company, project)[key]
        _ = try await company.milestones.save(
            [.started: MilestoneDates(actual: Day("2026-11-15"))], of: project, version: 1,
            today: CustomersCompany.today, .random(), company.stamp)
        #expect(try await owed(company, project)[key] == before)
    }

    @Test("the second of two people who change the dates is told")
    func stale() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.milestones.save(
            [:], of: project, version: 1, today: CustomersCompany.today, .random(), company.stamp)
        await #expect(throws: StaleVersion.self) {
            _ = try await company.milestones.save(
                [:], of: project, version: 1, today: CustomersCompany.today, .random(), company.stamp)
        }
    }

    @Test("correcting the project's record does not disturb somebody who edits its milestones")
    func versionsAreApart() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.projects.correct(
            project, to: company.projectDetails(site: "新地址"), version: 1, .random(), company.stamp)
        _ = try await company.milestones.save(
            [:], of: project, version: 1, today: CustomersCompany.today, .random(), company.stamp)
        #expect(try await company.project(project).milestonesVersion == 2)
    }

    @Test("the life of a project is what its plan is made from")
    func life() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        let life = try await company.database.read { try ProjectStore.fetchLife($0, project) }
        #expect(life.registered == CustomersCompany.today)
        #expect(life.milestones == [.started: MilestoneDates(actual: Day(started))])
        await #expect(throws: Refusal.notFound) {
            _ = try await company.database.read { try ProjectStore.fetchLife($0, ID(project.number + 1)) }
        }
    }
}
