import Forms
import Rulebooks
import Testing

@testable import App

@Suite("The form of a project")
struct ProjectFormTests {
    private func form(_ company: CustomersCompany) -> Form {
        ProjectForm.registration(ProjectOptions(company.rulebook, company.staff), today: CustomersCompany.today)
    }

    private func typed(_ company: CustomersCompany, _ changes: [String: [String]] = [:]) -> [String: [String]] {
        [
            "number": ["ＨＦ－１"], "kind": [company.rulebook.projectKinds.first ?? ""],
            "agent": [String(company.agent.id)],
            "planned-completed": ["2027年3月1日"], "actual-contract": ["今天"],
            "project-manager": [String(company.designer.id)],
        ].merging(changes) { $1 }
    }

    @Test("number, dates and people of one form make a project")
    func whole() async throws {
        let company = try await CustomersCompany()
        let new = try #require(
            ProjectForm.newProject(form(company).bind(typed(company), today: CustomersCompany.today)))
        #expect(new.details.number == "HF-1")
        #expect(new.milestones[.completed] == MilestoneDates(planned: Day("2027-03-01")))
        #expect(new.milestones[.contract] == MilestoneDates(actual: CustomersCompany.today))
        #expect(new.people == [.projectManager: company.designer.id])
    }

    @Test("number, kind and agent are required, and only agents are offered as such")
    func required() async throws {
        let company = try await CustomersCompany()
        let empty = form(company).bind([:], today: CustomersCompany.today)
        #expect(
            empty.errors.map { "\($0.field) \($0.code)" } == ["number required", "kind required", "agent required"])
        let designer = form(company).bind(
            typed(company, ["agent": [String(company.designer.id)]]), today: CustomersCompany.today)
        #expect(designer.errors.map(\.code) == ["not-an-option"])
    }

    @Test("whoever may not hand work over corrects a project without being asked for its agent")
    func correction() async throws {
        let company = try await CustomersCompany()
        let stored = company.projectDetails(agent: company.otherAgent)
        let options = ProjectOptions(company.rulebook, company.staff, correcting: stored)
        let form = ProjectForm.correction(options, today: CustomersCompany.today, mayReassign: false)
        let filled = ProjectForm.filled(with: stored, in: form)
        let bound = form.bind(
            filled.canonical.merging(["agent": [String(company.agent.id)]]) { $1 }, today: CustomersCompany.today)
        #expect(ProjectForm.details(bound, agent: stored.agentID) == stored)
    }

    @Test("a kind that the rulebook no longer has stays on offer for the project that has it")
    func oldKind() async throws {
        let company = try await CustomersCompany()
        let stored = ProjectDetails(
            number: "1", kind: "old-kind", siteAddress: "", agentID: company.agent.id, productModel: "",
            serialNumber: "", warrantyOverride: nil)
        let options = ProjectOptions(company.rulebook, company.staff, correcting: stored)
        #expect(options.kinds.last?.value == "old-kind")
    }
}
