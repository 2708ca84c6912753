import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("Registering and correcting projects")
struct ProjectStoreTests {
    @Test("a registered project has its dates, its people since today, and its follow-ups")
    func register() async throws {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details())
        let id = try await company.register(
            company.projectDetails(site: "静安区"), of: customer,
            [.started: MilestoneDates(planned: Day("2026-10-01"), actual: Day("2026-10-08"))],
            people: [.designer: company.designer.id, .foreman: company.otherDesigner.id])
        let whole = try #require(try await company.projects.findWhole(id))
        #expect(whole.project.customer.name == "王建国")
        #expect(whole.project.agentName == "陈静")
        #expect(whole.life.milestones[.started]?.actual == Day("2026-10-08"))
        #expect(whole.people.map(\.term.duty) == [.designer, .foreman])
        #expect(whole.people.allSatisfy { $0.term.since == CustomersCompany.today && $0.term.until == nil })
        #expect(!whole.followUps.isEmpty)
        #expect(whole.followUps.allSatisfy { $0.agentID == company.agent.id })
        #expect(try await company.audited("project", id) == ["project-registered {}"])
    }

    @Test("a number is given once, whatever its case")
    func numberTaken() async throws {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details())
        let first = try await company.register(company.projectDetails("HF-1"), of: customer)
        let second = try await company.register(company.projectDetails("HF-2"), of: customer)
        for id in [nil, second] {
            let error = await #expect(throws: NumberTaken.self) {
                let details = company.projectDetails("hf-1")
                if let id {
                    _ = try await company.projects.correct(id, to: details, version: 1, .random(), company.stamp)
                } else {
                    _ = try await company.register(details, of: customer)
                }
            }
            #expect(error?.project == ProjectNumber(id: first, number: "HF-1", siteAddress: ""))
        }
        _ = try await company.projects.correct(
            second, to: company.projectDetails("hf-2"), version: 1, .random(), company.stamp)
        #expect(try await company.project(second).number == "hf-2")
    }

    @Test("the same form sent twice makes one project")
    func twice() async throws {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details())
        let new = NewProject(details: company.projectDetails(), milestones: [:], people: [:])
        let submission = SubmissionID.random()
        let paths = try await [
            company.projects.register(new, of: customer, today: CustomersCompany.today, submission, company.stamp),
            company.projects.register(new, of: customer, today: CustomersCompany.today, submission, company.stamp),
        ]
        #expect(Set(paths).count == 1)
        #expect(try await company.customers.projects(of: customer).count == 1)
    }

    @Test("a new agent takes over what is still owed, and nothing that was done")
    func newAgent() async throws {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details())
        let id = try await company.register(
            company.projectDetails(), of: customer, [.started: MilestoneDates(actual: Day("2026-10-08"))])
        let done = try #require(try await company.projects.findWhole(id)?.followUps.first?.id)
        try await company.database.write { db in
            try db.execute(
                sql: "UPDATE follow_up SET state = 'done', done_on = '2026-10-20' WHERE id = ?", arguments: [done])
        }
        _ = try await company.projects.correct(
            id, to: company.projectDetails(agent: company.otherAgent), version: 1, .random(), company.stamp)
        let followUps = try #require(try await company.projects.findWhole(id)).followUps
        #expect(followUps.filter { $0.id == done }.map(\.agentID) == [company.agent.id])
        #expect(followUps.filter { $0.id != done }.allSatisfy { $0.agentID == company.otherAgent.id })
        #expect(try await company.audited("project", id).last == "project-corrected {\"fields\":\"agent\"}")
    }

    @Test("the second of two people who correct the same project is told")
    func stale() async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(
            company.projectDetails(), of: try await company.register(company.details()))
        _ = try await company.projects.correct(
            id, to: company.projectDetails(site: "一"), version: 1, .random(), company.stamp)
        await #expect(throws: StaleVersion.self) {
            _ = try await company.projects.correct(
                id, to: company.projectDetails(site: "二"), version: 1, .random(), company.stamp)
        }
        #expect(try await company.project(id).details.siteAddress == "一")
    }

    @Test("a project needs a customer who is there")
    func missingCustomer() async throws {
        let company = try await CustomersCompany()
        await #expect(throws: Refusal.notFound) { _ = try await company.register(company.projectDetails(), of: 7) }
    }

    @Test("the warranty ends as agreed, else as the rulebook counts, else it has not begun")
    func warranty() async throws {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details())
        let agreed = try CustomersCompany.day("2030-01-01")
        let id = try await company.register(company.projectDetails(warranty: agreed), of: customer)
        let project = try await company.project(id)
        let from = company.rulebook.warranty.from
        let begun = ProjectLife(
            registered: CustomersCompany.today, milestones: [from: MilestoneDates(actual: Day("2026-01-31"))])
        #expect(WarrantyEnd(project, begun, company.rulebook) == .agreed(agreed))
        let plainID = try await company.register(company.projectDetails("HF-2"), of: customer)
        let plain = try await company.project(plainID)
        let months = company.rulebook.warranty.months
        #expect(
            WarrantyEnd(plain, begun, company.rulebook).day
                == Day("2026-01-31").map { $0.adding(months: months) })
        let fresh = ProjectLife(registered: CustomersCompany.today)
        #expect(WarrantyEnd(plain, fresh, company.rulebook) == .notBegun(months: months, from: from))
    }
}
