import HTTPTypes
import Testing

@testable import App

@Suite("The lists of customers and of the staff as files (ACC-7, UX-7)")
struct CustomersFileTests {
    private func cells(_ page: ShownPage) -> [[String]] {
        page.html.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("customers: what the filters show, phones masked as on the page, and it is on the audit trail")
    func customers() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("钱多多")
        _ = try await company.registerCustomer("孙小小")
        _ = try await company.registerProject("HF-7", of: customer, milestones: [:])
        let browser = try await company.browser(signedInAs: .agent)
        let list = try await browser.get("/customers?q=HF-7")
        let file = try await browser.follow(company.words()("list.export"))
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        let rows = cells(file)
        #expect(rows.count == 2 && rows[1][0].hasPrefix("钱多多") && rows[1][2] == "HF-7", "\(rows)")
        #expect(rows[1][1].contains("****") && list.mainText.contains(rows[1][1]))
        #expect(cells(try await browser.get(Paths.customersFile)).count == 3)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 2)
    }

    @Test("customers: all pages of the list, not only the one that is shown")
    func wholeList() async throws {
        let company = try await TestCompany()
        for number in 1...60 { _ = try await company.registerCustomer("客户\(number)号") }
        let browser = try await company.browser(signedInAs: .agent)
        #expect(cells(try await browser.get(Paths.customersFile)).count == 61)
        #expect(cells(try await browser.get(Paths.customersFile + "?q=%E2%80%94")).count == 1, "nothing to look for")
    }

    @Test("customers: all projects of each, where the page shows the latest three")
    func allProjects() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("钱多多")
        for number in 1...5 { _ = try await company.registerProject("HF-\(number)", of: customer, milestones: [:]) }
        let file = try await company.browser(signedInAs: .agent).get(Paths.customersFile)
        #expect(cells(file).last?[2] == "HF-5 HF-4 HF-3 HF-2 HF-1")
    }

    @Test("staff: whom the filter shows, in the order of the page")
    func staff() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .admin)
        let list = try await browser.get("/staff?state=active")
        let file = try await browser.follow(company.words()("list.export"))
        let names = try list.find("//tbody/tr/th/a").map(\.text)
        #expect(!names.isEmpty && cells(file).dropFirst().compactMap(\.first) == names)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 1)
    }
}
