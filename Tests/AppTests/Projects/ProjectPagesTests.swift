import Forms
import Foundation
import Markup
import Rulebooks
import Testing

@testable import App

@Suite("The pages of customers and projects")
struct ProjectPagesTests {
    private func company() async throws -> (CustomersCompany, WholeProject, Customer) {
        let company = try await CustomersCompany()
        let customer = try await company.register(company.details("<王>&\"建国", address: "徐汇区", isKey: true))
        let project = try await company.register(
            company.projectDetails("HF-7", site: "静安区"), of: customer,
            [
                .contract: MilestoneDates(actual: Day("2026-10-09")),
                .started: MilestoneDates(planned: Day("2026-10-01"), actual: Day("2026-10-08")),
                .completed: MilestoneDates(planned: Day("2027-03-01")),
            ],
            people: [.designer: company.designer.id])
        let whole = try #require(try await company.projects.findWhole(project))
        return (company, whole, try await company.customer(customer))
    }

    @Test("the line of life is in the order of dates, with today in its place")
    func timeline() async throws {
        let (company, whole, _) = try await company()
        let warranty = WarrantyEnd(whole.project, whole.life, company.rulebook)
        let values = ProjectTimeline(whole, warranty: warranty, seesFollowUps: true, words: company.follow).values
        let titles = values.map { text($0["title"]) }
        let order = ["开工", "签单", "工程登记", "今天", "竣工"].map { titles.firstIndex(of: $0) }
        #expect(order.allSatisfy { $0 != nil })
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        #expect(values.filter { $0["kind"] == "follow-up" }.count == whole.followUps.count)
        #expect(values.filter { $0["isToday"] == .flag(true) }.count == 1)
        #expect(text(values.first { text($0["title"]) == "开工" }?["detail"]) == "原计划 2026年10月1日")
    }

    @Test(
        "every page draws everything it names, in each language, and escapes what people typed",
        arguments: Language.allCases)
    func pagesAreWhole(language: Language) async throws {
        let (company, whole, customer) = try await company()
        let words = Words(language, zone: CustomersCompany.zone)
        let follow = FollowUpWords(rulebook: company.rulebook, words: words, today: CustomersCompany.today)
        for page in try await pages(company, whole, customer, follow) {
            let html = try draw(page, words)
            #expect(!html.contains("<王>"), "\(type(of: page))")
            #expect(!html.contains("13812345678") || type(of: page) == CustomerFormPage.self, "\(type(of: page))")
        }
    }

    private func pages(
        _ company: CustomersCompany, _ whole: WholeProject, _ customer: Customer, _ follow: FollowUpWords
    ) async throws -> [any Page] {
        let (words, today, agent) = (follow.words, follow.today, company.agent)
        let staff = company.staff.choices()
        let bound = CustomerForm.filled(with: customer.details, staff: staff)
        let changed = CustomerForm.filled(with: company.details("<别人>"), staff: staff)
        let list = try await company.database.read { try CustomerStore.fetchList($0, CustomerFilter()) }
        let query = ListQuery(Paths.customers, CustomerFilter.form, [:], today: today)
        let none = try await company.database.read { try CustomerStore.fetchList($0, CustomerFilter(query: "无")) }
        let options = ProjectOptions(company.rulebook, company.staff)
        let registration = ProjectForm.registration(options, today: today).bind([:], today: today)
        let correction = ProjectForm.filled(
            with: whole.project.details, in: ProjectForm.correction(options, today: today, mayReassign: true))
        let people = try #require(try await company.assignments.ofProject(whole.project.id))
        let milestones = try #require(try await company.milestones.find(whole.project.id))
        let assignment = try #require(people.people.first)
        let orders = WorkOrderWords(rulebook: follow.rulebook, words: words, now: TestClock.start)
        let term = AssignmentForm.filled(with: assignment.term, staff: staff, today: today)
        let wrong = MilestonesForm.form(today: today).bind(["actual-started": ["明年"]], today: today)
        return [
            CustomersPage(list, query, for: agent, words: words), CustomersPage(none, query, for: agent, words: words),
            CustomerPage(
                customer, projects: try await company.customers.projects(of: customer.id), phonesInFull: false,
                for: agent, words: follow),
            CustomerFormPage(.opened(CustomerForm.new(staff: staff, by: 1)), words: words),
            CustomerFormPage(
                late(changed), of: customer, sharing: [whole.project.customer], words: words),
            CustomerFormPage(.opened(bound), of: customer, words: words),
            ProjectPage(whole, for: agent, words: follow, orders: orders),
            ProjectPage(whole, for: company.designer, words: follow, orders: orders),
            ProjectFormPage(
                .opened(registration), of: .customer(customer),
                taken: ProjectNumber(id: 1, number: "1", siteAddress: ""),
                words: words),
            ProjectFormPage(late(correction), of: .project(whole.project), words: words),
            MilestonesPage(late(wrong), of: milestones, words: words),
            PeoplePage(
                .opened(AssignmentForm.new(staff: staff, today: today)), people, today: today, for: agent, words: words),
            AssignmentPage(late(term), of: assignment, in: whole.project, words: words),
        ]
    }

    /// A form that came after somebody else was quicker.
    private func late(_ bound: BoundForm) -> PostedForm { .opened(bound).tooLate(StaleVersion()) }

    /// Draws a page with an empty layout; a name that nothing answers is an error.
    private func draw(_ page: some Page, _ words: Words) throws -> String {
        let layout = try ProjectFolder.templates.flatMap { try $0.matches(#"\blayout\.(\w+)"#) }
        let html = try TestCompany.files().renderer.render(
            type(of: page).template, page.values,
            layout: layout.reduce(into: PageValues()) { $0[$1] = PageValue.none }, in: words.language)
        return String(decoding: html, as: UTF8.self)
    }

    private func text(_ value: PageValue?) -> String {
        guard case .text(let text) = value else { return "" }
        return text
    }
}
