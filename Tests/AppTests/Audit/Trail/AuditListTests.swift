import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("The trail is found by person, day, customer and kind, named, and exported (ACC-5)")
struct AuditListTests {
    private func shown(_ page: ShownPage) throws -> [String] { try page.find("//tbody/tr").map(\.text) }

    @Test("what an entry is about is named and linked, times are the company's")
    func names() async throws {
        let company = try await TestCompany()
        let order = try await company.requestOrder()
        let issue = try await company.raiseIssue()
        let enquiry = try await company.enquiry()
        let call = try await company.filledCall("HF-77")
        _ = try await company.approve(try await company.ask(.executive, toRead: call))
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await admin.get(Paths.audit)
        let number = try await company.order(order).number
        for (text, path) in [
            ("派工单 \(number)", Paths.workOrder(order)), ("问题 WT20261123-01", Paths.issue(issue)),
            ("咨询 ZX20261123-01", Paths.enquiry(enquiry)), ("回访 HF-77 王建国", Paths.followUp(call.id)),
            ("客户 王建国", Paths.customer(call.customerID)),
        ] {
            #expect(page.links.contains { $0.text == text && $0["href"] == path }, "\(text)")
        }
        let words = company.words()
        #expect(page.text.contains(words.dateTime(company.clock.now.addingTimeInterval(86_400))), "until when")
        #expect(!page.text.contains("02:30:00.000"))
    }

    @Test("a day, a kind, a person and a customer each narrow it, alone and together")
    func filters() async throws {
        let company = try await TestCompany()
        let first = try await company.registerCustomer("甲客户", phones: ["13600000001"])
        company.clock.advance(days: 2)
        let second = try await company.registerCustomer("乙客户", phones: ["13600000002"], by: .agent2)
        _ = try await company.registerProject("HF-B", of: second)
        _ = try await company.raiseIssue(project: 1, by: .agent2)
        let admin = try await company.browser(signedInAs: .admin)
        let day = company.today.adding(days: -2)
        let about = { (query: String) in try await admin.get("/audit?" + query) }
        #expect(try shown(try await about("from=\(day)&until=\(day)&kind=customer")).count == 1)
        #expect(try await about("from=\(day)&until=\(day)").text.contains("甲客户"))
        #expect(try await !about("from=\(day.adding(days: 1))").text.contains("甲客户"))
        #expect(try await !about("until=\(day.adding(days: -1))&kind=customer").text.contains("客户 甲"))
        let ofSecond = try await about("customer=%E4%B9%99%E5%AE%A2%E6%88%B7")
        #expect(try shown(ofSecond).count == 3, "the customer, the project and what was raised")
        #expect(!ofSecond.mainText.contains("甲客户"))
        #expect(try shown(try await about("customer=HF-B&kind=project")).count == 1)
        #expect(try shown(try await about("customer=nobody")).isEmpty)
        #expect(
            try shown(try await about("member=\(try company.member(.agent2).id)&kind=customer")).count == 1)
        #expect(first != second)
        for strange in [
            "from=x", "until=2026-13-01", "kind=king", "customer=%25", "from=0001-01-01", "until=9999-12-31",
        ] {
            #expect(try await about(strange).status == 200)
        }
    }

    @Test("what is shown is exported, and that is noted")
    func file() async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer("甲客户")
        let admin = try await company.browser(signedInAs: .admin)
        try await admin.get("/audit?kind=customer")
        let file = try await admin.follow("导出 CSV")
        let lines = file.html.split(separator: "\r\n")
        #expect(lines.count == 2 && lines.last?.contains("客户 甲客户") == true, "\(lines)")
        #expect(lines.last?.contains("2026-11-23 10:30") == true)
        #expect(
            try await company.number(
                "SELECT count(*) FROM audit_entry WHERE action = 'list-exported' AND detail LIKE '%audit%'") == 1)
    }

    @Test("entries of a day are found whose requests were noted out of their order")
    func disorder() async throws {
        let company = try await TestCompany()
        let midnight = company.today.adding(days: 1).start(in: company.zone)
        try await company.database.write { [audit = company.database.audit] db in
            for (seconds, name) in [(5.0, "late"), (-1, "before"), (0, "first"), (-2, "last")] {
                let stamp = Stamp(member: nil, at: midnight.addingTimeInterval(seconds), address: name)
                try audit.append(db, .listExported, .company, stamp)
            }
        }
        let trail = AuditListStore(database: company.database, zone: company.zone)
        let next = company.today.adding(days: 1).description
        let asking = { items in ListQuery(Paths.audit, AuditFilter.form, items, today: company.today) }
        let found = try await trail.list(asking(["from": next])).rows
        #expect(Set(found.map(\.entry.address)) == ["late", "first"])
        let before = try await trail.list(
            asking(["until": company.today.description, "action": "list-exported"])
        ).rows
        #expect(Set(before.map(\.entry.address)) == ["before", "last"])
    }
}
