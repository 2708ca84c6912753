import Hummingbird
import Testing

@testable import App

/// Every route × every role × own, other's and missing things, from the router's own table (ACC-1).
struct RouteTests {
    @Test("every route has its lines in the table, and every line its route")
    func complete() async throws {
        let company = try await TestCompany(isStaffed: false)
        let routes = Set(company.app.router().routes.map { "\($0.method) \($0.path)" })
        let expected = Set(Expectations.lines.map(\.route))
        let table = "Tests/AppTests/Registry/Routes/Expectations.swift, or its extension of the noun"
        #expect(routes.subtracting(expected).sorted() == [], "add what each role gets to \(table)")
        #expect(expected.subtracting(routes).sorted() == [], "take these lines out of \(table)")
    }

    @Test("every route with something in its path says what a missing one gets")
    func missingThings() {
        let things = Set(Expectations.lines.map(\.route).filter { $0.contains("{") })
        let missing = Set(Expectations.lines.filter { $0.whose == .missing }.map(\.route))
        #expect(
            things.subtracting(missing).sorted() == [],
            "add a line `missing` to Tests/AppTests/Registry/Routes/Expectations.swift, or its extension of the noun")
    }

    @Test("each role gets what the table says", arguments: Expectations.lines)
    func statuses(_ line: ExpectedLine) async throws {
        let company = try await TestCompany()
        for column in ExpectedLine.columns {
            guard let expected = line.statuses[column] else { continue }
            let who = Staff(rawValue: column)
            let target = try await RouteTarget(line, for: who, in: company)
            let browser = if let who { try await company.browser(signedInAs: who) } else { company.browser() }
            let page =
                target.isPost
                ? try await browser.post(target.path, target.body, following: false)
                : try await browser.get(target.path, following: false)
            #expect(page.status == expected, "\(column.isEmpty ? "nobody" : column): \(page)")
            if who == nil, expected == 303, target.isForMembers {
                #expect(page.location?.hasPrefix("/sign-in") == true, "\(page)")
            }
        }
    }
}
