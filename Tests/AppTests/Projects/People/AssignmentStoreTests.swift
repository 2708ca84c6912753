import Forms
import Testing

@testable import App

@Suite("People on a project")
struct AssignmentStoreTests {
    private func term(_ company: CustomersCompany, _ member: Member, _ since: String, _ until: String? = nil) throws
        -> Assignment.Term
    {
        Assignment.Term(
            duty: .designer, memberID: member.id, since: try CustomersCompany.day(since), until: until.flatMap(Day.init)
        )
    }

    private func people(_ company: CustomersCompany, _ project: Project.ID) async throws -> [String] {
        try #require(try await company.assignments.ofProject(project)).people.map {
            "\($0.memberName) \($0.term.since)–\($0.term.until?.description ?? "")"
        }
    }

    private func project(_ company: CustomersCompany) async throws -> Project.ID {
        try await company.register(company.projectDetails(), of: try await company.register(company.details()))
    }

    @Test("whoever had the duty so far ends the day before, and stays in the history")
    func replaced() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.assignments.add(
            term(company, company.designer, "2026-03-01"), to: project, .random(), company.stamp)
        _ = try await company.assignments.add(
            term(company, company.otherDesigner, "2026-05-01"), to: project, .random(), company.stamp)
        #expect(try await people(company, project) == ["郑凯 2026-03-01–2026-04-30", "冯雪 2026-05-01–"])
        #expect(try await company.audited("project", project).filter { $0.hasPrefix("assignments-changed") }.count == 2)
    }

    @Test("an overlap is refused with the name of the other, and changes nothing")
    func overlap() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.assignments.add(
            term(company, company.designer, "2026-03-01", "2026-04-30"), to: project, .random(), company.stamp)
        for since in ["2026-04-30", "2026-03-01", "2026-01-01"] {
            let error = await #expect(throws: OverlappingAssignment.self) {
                _ = try await company.assignments.add(
                    term(company, company.otherDesigner, since), to: project, .random(), company.stamp)
            }
            #expect(error?.other.memberName == "郑凯")
        }
        #expect(try await people(company, project) == ["郑凯 2026-03-01–2026-04-30"])
    }

    @Test("somebody earlier can be added with a last day before the present one")
    func earlier() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.assignments.add(
            term(company, company.designer, "2026-03-01"), to: project, .random(), company.stamp)
        _ = try await company.assignments.add(
            term(company, company.otherDesigner, "2026-01-01", "2026-02-28"), to: project, .random(), company.stamp)
        #expect(try await people(company, project) == ["冯雪 2026-01-01–2026-02-28", "郑凯 2026-03-01–"])
    }

    @Test("a date is corrected unless it would overlap or somebody else was quicker")
    func corrected() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        _ = try await company.assignments.add(
            term(company, company.designer, "2026-03-01"), to: project, .random(), company.stamp)
        _ = try await company.assignments.add(
            term(company, company.otherDesigner, "2026-05-01"), to: project, .random(), company.stamp)
        let first = try #require(try await company.assignments.ofProject(project)?.people.first)
        await #expect(throws: OverlappingAssignment.self) {
            _ = try await company.assignments.correct(
                first.id, to: term(company, company.designer, "2026-03-01"), project: project, version: first.version,
                .random(), company.stamp)
        }
        _ = try await company.assignments.correct(
            first.id, to: term(company, company.designer, "2026-03-02", "2026-04-15"), project: project,
            version: first.version, .random(), company.stamp)
        await #expect(throws: StaleVersion.self) {
            _ = try await company.assignments.correct(
                first.id, to: term(company, company.designer, "2026-03-03", "2026-04-15"), project: project,
                version: first.version, .random(), company.stamp)
        }
        #expect(try await people(company, project) == ["郑凯 2026-03-02–2026-04-15", "冯雪 2026-05-01–"])
    }

    @Test("somebody on another project is not found on this one")
    func otherProject() async throws {
        let company = try await CustomersCompany()
        let project = try await project(company)
        await #expect(throws: Refusal.notFound) {
            _ = try await company.assignments.correct(
                99, to: term(company, company.designer, "2026-03-01"), project: project, version: 1, .random(),
                company.stamp)
        }
    }

    @Test("the form asks for a last day that is not before the first")
    func form() {
        let staff = [Choice(value: "4", label: .name("郑凯"))]
        let bound = AssignmentForm.form(staff: staff, today: CustomersCompany.today).bind(
            ["duty": ["designer"], "member": ["4"], "since": ["2026-03-02"], "until": ["2026-03-01"]],
            today: CustomersCompany.today)
        #expect(bound.errors.map(\.code) == ["before-start"])
        #expect(AssignmentForm.term(bound) == nil)
    }
}
