import Forms
import GRDB
import HTTPTypes
import Testing

@testable import App

@Suite("A masked number cannot be found out by searching (ACC-8, ARC-4)")
struct PhoneSearchTests {
    private static let number = "18655500083"

    private func company() async throws -> (CustomersCompany, Customer.ID) {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details("赵六", phones: [Self.number], address: "东望路 186 号"))
        for (other, name) in "甲乙丙丁戊己庚辛壬癸子丑".enumerated() {
            _ = try await company.register(company.details("客户\(name)", phones: ["1391111\(1_000 + other)"]))
        }
        return (company, id)
    }

    @Test("digit by digit nothing is found, so that nothing is learned from what is")
    func digits() async throws {
        let (company, id) = try await company()
        for length in 1..<Self.number.count where length != 4 {
            for start in 0...(Self.number.count - length) {
                let part = String(Self.number.dropFirst(start).prefix(length))
                let found = try await company.found(part, phones: .wholeOrEnding)
                // The house number is no secret.
                #expect(found == ("186".contains(part) ? [id] : []), "\(part)")
            }
        }
    }

    @Test(
        "the whole number and its last four find, other fours do not",
        arguments: ["0083", "18655500083", "5500", "1865"])
    func wholeAndEnding(query: String) async throws {
        let (company, id) = try await company()
        let found = try await company.found(query, phones: .wholeOrEnding)
        switch query {
        case Self.number: #expect(found == nil, "the card")
        case "0083": #expect(found == [id])
        default: #expect(found == [])
        }
    }

    @Test(
        "those who share a number are found by it in every spelling",
        arguments: [
            "13922220000", "+86 139 2222 0000", "0086-13922220000", "139-2222-0000", "１３９２２２２００００", "电话：13922220000",
        ])
    func shared(query: String) async throws {
        let (company, _) = try await company()
        let one = try await company.register(company.details("夫", phones: ["13922220000"]))
        let other = try await company.register(company.details("妻", phones: ["13922220000"]))
        for phones in [PhoneSearch.wholeOrEnding, .anyPart] {
            #expect(try await company.found(query, phones: phones)?.sorted() == [one, other].sorted(), "\(query)")
        }
    }

    @Test("who may see numbers finds by any part of them", arguments: ["186555", "550008", "83", "555"])
    func anyPart(query: String) async throws {
        let (company, id) = try await company()
        #expect(try await company.found(query, phones: .anyPart)?.contains(id) == true)
    }

    @Test("the alphabet of the index cannot be typed")
    func reserved() async throws {
        let (company, _) = try await company()
        let line = SearchText.phoneLine(Self.number)
        #expect(SearchText.normalised(line) == "")
        let part = String(line.unicodeScalars.dropFirst().prefix(5).map(Character.init))
        #expect(try await company.found(part, phones: .wholeOrEnding) == [])
        #expect(try await company.found("0083" + part, phones: .wholeOrEnding)?.count == 1)
    }

    @Test("an index that was made before is made anew")
    func anew() async throws {
        let (company, id) = try await company()
        try await company.database.write { db in
            try db.execute(sql: "UPDATE customer_search SET text = 'old' WHERE customer_id = ?", arguments: [id])
            try CustomerStore.indexAnew(db)
        }
        #expect(try await company.found("555000", phones: .anyPart) == [id])
        #expect(try await company.found("555000", phones: .wholeOrEnding) == [])
        #expect(try await company.found("赵六", phones: .wholeOrEnding) == [id])
    }

    @Test("every page that searches goes by it", arguments: [Staff.manager, .executive])
    func pages(_ who: Staff) async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer("赵六", phones: [Self.number])
        let browser = try await company.browser(signedInAs: who)
        for part in ["186", "1865", "86555", "500083"] {
            for path in ["/customers?q=\(part)", "/customers.csv?q=\(part)"] {
                #expect(try await !browser.get(path).html.contains("赵六"), "\(path)")
            }
        }
        #expect(try await browser.get("/customers?q=0083").html.contains("赵六"))
        #expect(try await browser.get("/customers?q=\(Self.number)").heading.contains("赵六"))
    }

    @Test("finding out whose an issue is goes by it as well")
    func issueCustomer() async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer("赵六", phones: [Self.number])
        let issue = RaisedIssue(
            source: .call, words: "漏水", category: "repair", isComplaint: false, callerName: "某人", callerPhone: "")
        _ = try await company.issues.raise(issue, .random(), try company.stamp(.manager))
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await !manager.get("/issues/1/customer?q=186555").html.contains("赵六"))
        #expect(try await manager.get("/issues/1/customer?q=0083").html.contains("赵六"))
        let agent = try await company.browser(signedInAs: .admin)
        #expect(try await agent.get("/issues/1/customer?q=186555").html.contains("赵六"))
    }

    @Test("whoever sees masked numbers may not go through the ten thousand that a mask leaves; others search on")
    func throughTheMask() async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer(phones: [Self.number])
        let executive = try await company.browser(signedInAs: .executive)
        let agent = try await company.browser(signedInAs: .agent)
        var statuses: [Int] = []
        for guess in 1..<84 {
            let path = Paths.with(Paths.customers, [("q", "1865550\(1_000 + guess)")])
            statuses.append(try await executive.send(.get, path).status)
            #expect(try await agent.send(.get, path).status == 200)
        }
        #expect(statuses.prefix(30).allSatisfy { $0 == 200 } && statuses.dropFirst(30).allSatisfy { $0 == 429 })
        let file = Paths.with(Paths.customers + ".csv", [("q", Self.number)])
        #expect(try await executive.send(.get, file).status == 429)
        #expect(try await executive.get(Paths.with(Paths.customers, [("q", "赵")])).status == 200)
        company.clock.advance(minutes: 10)
        let found = try await executive.send(.get, Paths.with(Paths.customers, [("q", Self.number)]))
        #expect(found.status == 303)
    }
}
