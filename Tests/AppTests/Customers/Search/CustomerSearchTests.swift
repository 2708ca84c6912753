import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("Finding customers (ARC-4)")
struct CustomerSearchTests {
    @Test(
        "any part of name, phone, address, project number and site finds",
        arguments: [
            "王", "建国", "王建国", "138", "45", "12345678", "徐汇", "望路 18", "ＨＦ", "hf-2026", "2026", "静安寺", "王 徐汇 0042",
        ])
    func anyPart(query: String) async throws {
        let company = try await CustomersCompany()
        let wang = try await company.register(company.details(address: "上海市徐汇区东望路18弄"))
        _ = try await company.register(company.projectDetails("HF-2026-0042", site: "静安寺广场 3 楼"), of: wang)
        _ = try await company.register(company.details("赵六", phones: ["13999990000"], address: "杭州"))
        #expect(try await company.found(query) == [wang])
    }

    @Test(
        "what nobody has finds nobody", arguments: ["国建", "13812345679", "王杭州", "2026-0043", "🍎", "12345678 杭州", "·"])
    func nothing(query: String) async throws {
        let company = try await CustomersCompany()
        let wang = try await company.register(company.details(address: "上海市徐汇区东望路18弄"))
        _ = try await company.register(company.projectDetails("HF-2026-0042"), of: wang)
        #expect(try await company.found(query) == [])
    }

    @Test("an empty search lists everybody, the latest first")
    func everybody() async throws {
        let company = try await CustomersCompany()
        let first = try await company.register(company.details())
        let second = try await company.register(company.details("赵六"))
        #expect(try await company.found("  ") == [second, first])
    }

    @Test("notes are not searched")
    func notes() async throws {
        let company = try await CustomersCompany()
        _ = try await company.register(company.details(notes: "上次很不满意"))
        #expect(try await company.found("不满意") == [])
    }

    @Test(
        "signs that mean something to the index or to SQL are only text",
        arguments: ["\"", "'", "王\"", "王*", "王 OR 赵", "NEAR(王 赵)", "text:王", "王')--", "^王", "%", "_", "-王", "(", "\\"])
    func quoting(query: String) async throws {
        let company = try await CustomersCompany()
        _ = try await company.register(company.details())
        let found = try await company.found(query)
        #expect(found != nil)
    }

    @Test("after a correction the old name finds nobody and the new one does")
    func corrected() async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details())
        let project = try await company.register(company.projectDetails(), of: id)
        _ = try await company.customers.correct(
            id, to: company.details("欧阳娜娜"), version: 1, sharesPhone: false, .random(), company.stamp)
        _ = try await company.projects.correct(
            project, to: company.projectDetails("ZX-9"), version: 1, .random(), company.stamp)
        #expect(try await company.found("建国") == [])
        #expect(try await company.found("HF") == [])
        #expect(try await company.found("阳娜") == [id])
        #expect(try await company.found("zx9") == [id])
        try await company.database.write { db in
            try db.execute(sql: "INSERT INTO customer_gram (customer_gram) VALUES ('integrity-check')")
        }
    }

    @Test(
        "the whole number of an incoming call opens the card, in any spelling",
        arguments: ["13812345678", "+86 138 1234 5678"])
    func incomingCall(query: String) async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details())
        _ = try await company.register(company.details("赵六", phones: ["13912345678"]))
        guard case .card(let card) = try await company.customers.search(CustomerFilter(query: query)) else {
            Issue.record("a list was shown")
            return
        }
        #expect(card == id)
    }

    @Test("a landline that calls without its extension opens the card as well")
    func landline() async throws {
        let company = try await CustomersCompany()
        _ = try await company.register(company.details(phones: ["010-87654321-12"]))
        #expect(try await company.found("010 87654321") == nil)
    }

    @Test("a number that two customers share lists both")
    func sharedPhone() async throws {
        let company = try await CustomersCompany()
        let first = try await company.register(company.details())
        let second = try await company.register(company.details("赵六"))
        #expect(try await company.found("13812345678") == [second, first])
    }

    @Test("grade and key mark filter a search and the whole list")
    func filters() async throws {
        let company = try await CustomersCompany()
        let important = try await company.register(company.details(grade: .a, isKey: true))
        let other = try await company.register(company.details("王芳", grade: .a))
        _ = try await company.register(company.details("王强", grade: .c, isKey: true))
        #expect(try await company.found("王", grade: .a) == [other, important])
        #expect(try await company.found("王", grade: .a, keyOnly: true) == [important])
        #expect(try await company.found("", grade: .a, keyOnly: true) == [important])
        #expect(try await company.found("grade") == [])
        #expect(try await company.found("key") == [])
    }

    @Test("a customer of many projects is shown with the one that was looked for")
    func meantProject() async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details())
        for number in 1...6 { _ = try await company.register(company.projectDetails("P-\(number)"), of: id) }
        guard case .list(let list) = try await company.customers.search(CustomerFilter(query: "p-2")) else { return }
        let row = try #require(list.rows.first)
        #expect(row.projects.map(\.number) == ["P-2", "P-6", "P-5"])
        #expect(row.projectCount == 6)
    }

    @Test("a page has fifty, and says how many there are")
    func pages() async throws {
        let company = try await CustomersCompany()
        for number in 0..<51 {
            _ = try await company.register(company.details("客户\(number)", phones: ["138000000\(10 + number)"]))
        }
        for query in ["", "客户"] {
            guard case .list(let first) = try await company.customers.search(CustomerFilter(query: query)),
                case .list(let second) = try await company.customers.search(CustomerFilter(query: query), .page(2))
            else { return }
            #expect(first.rows.count == 50 && second.rows.count == 1 && first.count == 51)
            #expect(Set((first.rows + second.rows).map(\.id)).count == 51)
        }
    }

    @Test("every way to look is answered from an index")
    func plan() async throws {
        let company = try await CustomersCompany()
        let plans = try await company.database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT g.rowid FROM customer_gram g
                    CROSS JOIN customer_search s ON s.customer_id = g.rowid
                    WHERE customer_gram MATCH 'a' AND instr(s.text, 'a') > 0 ORDER BY g.rowid DESC LIMIT 50
                    """, adapter: SuffixRowAdapter(fromIndex: 3))
                + String.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN SELECT 1 FROM customer_phone WHERE digits = '1'",
                    adapter: SuffixRowAdapter(fromIndex: 3))
        }
        #expect(plans.allSatisfy { $0.contains("INDEX") || $0.contains("PRIMARY KEY") })
        #expect(!plans.contains { $0.contains("TEMP B-TREE") })
    }
}
