import Forms
import Testing

@testable import App

@Suite("A number key chooses what it says (UX-5, UX-10)")
struct NumberKeyTests {
    /// What a digit stands for in words that are no digits themselves.
    private static let spoken = [
        "very-satisfied": "5", "satisfied": "4", "average": "3", "dissatisfied": "2", "very-dissatisfied": "1",
    ]

    private func expectKeys(_ page: ShownPage, scales: Int) throws {
        let options = try page.find("//input[@type='radio']")
        for option in options {
            guard let key = option["data-key"], key != "-", key != "y", key != "n" else { continue }
            let value = option["value"] ?? ""
            #expect(key == value || key == Self.spoken[value], "\(key) chooses \(value) of \(option["name"] ?? "")")
        }
        let rated = Dictionary(grouping: options.filter { Int($0["value"] ?? "") != nil }) { $0["name"] ?? "" }
        #expect(rated.count == scales, "\(rated.keys.sorted())")
        for (name, group) in rated {
            #expect(group.compactMap { $0["data-key"] }.sorted() == ["0", "1", "2", "3", "4", "5"], "\(name)")
        }
    }

    @Test("on the customer's form and on that of a colleague who enters a paper one")
    func feedback() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let aspects = FeedbackAspect.allCases.count
        try expectKeys(await agent.get(Paths.newFeedback(project: project)), scales: aspects)
        let token = try await company.link(for: project).token
        try expectKeys(await company.browser().get(Paths.feedback(token)), scales: aspects)
    }

    @Test("on the sheet of a call and on the page that a customer signs")
    func sheetAndConfirmation() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let call = try await company.owedCall()
        let sheet = try await agent.get(Paths.sheet(call.id))
        let scales = try sheet.find("//input[@type='radio'][@value='0']").count
        try expectKeys(sheet, scales: scales)
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.fillAll()
        try expectKeys(
            await technician.browser.get(Paths.reportConfirmation(technician.sent.visit)), scales: 1)
    }
}
