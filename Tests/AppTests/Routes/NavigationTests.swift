import Testing

@testable import App

/// The menu leads everybody to what they may enter, and to nothing else (ACC-1).
struct NavigationTests {
    private static let links = "//header[@class='site']//nav//a"

    @Test("every entry opens for whoever sees it, and says there that it is where one is", arguments: Staff.allCases)
    func entries(_ one: Staff) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: one)
        let entries = try await browser.get(Paths.today).find(Self.links).compactMap { $0["href"] }
        #expect(entries.count >= 3)
        for entry in entries {
            let page = try await browser.get(entry)
            #expect(page.status == 200, "\(page)")
            #expect(try page.find(Self.links + "[@aria-current]").compactMap { $0["href"] } == [entry])
        }
    }

    @Test("an entry that somebody does not see would not let them in either", arguments: Staff.allCases)
    func others(_ one: Staff) async throws {
        let company = try await TestCompany()
        let administrator = try await company.browser(signedInAs: .admin)
        let all = try await administrator.get(Paths.today).find(Self.links).compactMap { $0["href"] }
        let browser = try await company.browser(signedInAs: one)
        let own = try await browser.get(Paths.today).find(Self.links).compactMap { $0["href"] }
        #expect(all.count >= 10)
        for entry in all where !own.contains(entry) { #expect(try await browser.get(entry).status == 403, "\(entry)") }
    }

    @Test("requests for access are counted for those who decide them")
    func waiting() async throws {
        let company = try await TestCompany()
        _ = try await company.ask(.agent2, toRead: company.filledCall())
        let count = "//header[@class='site']//nav//span[@class='count']"
        for (one, waiting) in [(Staff.admin, 1), (.agent2, 0)] {
            let browser = try await company.browser(signedInAs: one)
            #expect(try await browser.get(Paths.today).find(count).count == waiting)
        }
    }
}
