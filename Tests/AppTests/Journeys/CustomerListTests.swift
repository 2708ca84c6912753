import Forms
import Testing

@testable import App

@Suite("The list of customers (ARC-4, UX-7)")
struct CustomerListTests {
    @Test("is narrowed by grade, key customers and words, all at once, and says how many it shows")
    func filters() async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer("王建国", phones: ["13800000001"], address: "徐汇区", grade: .a, isKey: true)
        _ = try await company.registerCustomer("王小明", phones: ["13800000002"], address: "静安区", grade: .b)
        _ = try await company.registerCustomer("李芳", phones: ["13800000003"], address: "徐汇区", grade: .a)
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await names(browser.get(Paths.customers)) == ["李芳", "王小明", "王建国"])
        #expect(browser.page.text.contains("第 1–3 位，共 3 位"))
        #expect(try await names(browser.follow("A 级")) == ["李芳", "王建国"])
        #expect(try await names(browser.follow("只看重点客户")) == ["王建国"])
        try await browser.follow("只看重点客户")
        let found = try await browser.submit(browser.page.form(Paths.customers), ["q": "徐汇"])
        #expect(try names(found) == ["李芳", "王建国"], "the grade stays chosen")
        #expect(try found.form(Paths.customers)["q"]?.value == "徐汇")
        let none = try await browser.submit(found.form(Paths.customers), ["q": "静安"])
        #expect(try names(none).isEmpty)
        #expect(try names(try await browser.follow(company.words()("customers.show-all"))).count == 3)
    }

    @Test("comes fifty by fifty, every customer once")
    func paging() async throws {
        let company = try await TestCompany()
        for number in 1...101 {
            _ = try await company.registerCustomer("客户\(number)", phones: ["138\(10_000_000 + number)"])
        }
        let browser = try await company.browser(signedInAs: .agent)
        var seen = try await names(browser.get(Paths.customers))
        #expect(seen.count == 50)
        #expect(browser.page.text.contains("第 1–50 位，共 101 位"))
        seen += try await names(browser.follow(company.words()("pagination.next")))
        seen += try await names(browser.follow(company.words()("pagination.next")))
        #expect(seen.count == 101 && Set(seen).count == 101)
        #expect(browser.page.text.contains("第 101–101 位，共 101 位"))
        #expect(throws: NotShown.self) { try browser.page.link(company.words()("pagination.next")) }
        #expect(try await names(browser.follow(company.words()("pagination.previous"))).count == 50)
    }

    @Test("whoever calls is found by the number, and the card opens at once")
    func incomingCall() async throws {
        let company = try await TestCompany()
        let id = try await company.registerCustomer("王建国", phones: ["13800000001"])
        _ = try await company.registerCustomer("李芳", phones: ["13800000002"])
        let browser = try await company.browser(signedInAs: .agent)
        let card = try await browser.submit(
            try await browser.get(Paths.today).form(Paths.customers), ["q": "138-0000-0001"])
        #expect(card.path == Paths.customer(id))
        let list = try await browser.submit(
            try await browser.get(Paths.customers).form(Paths.customers), ["q": "1380000"])
        #expect(try names(list).count == 2, "a part of a number finds all who have it")
    }

    private func names(_ page: ShownPage) throws -> [String] {
        try page.find("//main//table/tbody/tr").compactMap {
            try page.find(".//a[starts-with(@href, '/customers/')]", in: $0).first?.text
                .replacing("先生", with: "").trimmingPrefix(" ").split(separator: " ").first.map(String.init)
        }
    }
}
