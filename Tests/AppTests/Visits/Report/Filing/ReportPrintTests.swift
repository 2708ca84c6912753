import Forms
import Testing

@testable import App

@Suite("The report on paper")
struct ReportPrintTests {
    @Test("has everything on it, in each language, and that it was printed is written down")
    func whole() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today.adding(days: -1))
        let technician = try await Technician(company, sent)
        try await technician.fillAll([.charges: ChargesTests.typed])
        try await company.photograph(sent.visit, "before")
        try await technician.sign()
        try await technician.file()
        for language in Language.allCases {
            let office = try await company.browser(signedInAs: .agent, in: language)
            let page = try await office.get(Paths.reportPrint(sent.visit))
            #expect(page.status == 200)
            for text in [TestCompany.name, "PG-1", "更换阀芯，试水一刻钟不漏", "¥87.50", "王建国", "A-17"] {
                #expect(page.mainText.contains(text), "\(language): \(text)")
            }
            #expect(try page.find("//img[contains(@src, '/thumbnail')]").count == 1)
        }
        #expect(try await company.audited("visit", sent.visit).filter { $0 == "report-printed" }.count == 3)
    }

    @Test("is there only once it was filed")
    func unfiled() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        #expect(try await company.browser(signedInAs: .agent).get(Paths.reportPrint(sent.visit)).status == 404)
    }
}
