import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("Registering and correcting customers")
struct CustomerStoreTests {
    @Test("a registered customer is read back as entered, and written into the audit trail without a name or phone")
    func register() async throws {
        let company = try await CustomersCompany()
        let details = company.details(
            phones: ["010-87654321", "13812345678"], address: "徐汇区", isKey: true, notes: "备注")
        let id = try await company.register(details)
        let customer = try await company.customer(id)
        #expect(customer.details == details)
        #expect(customer.knownBy.map(\.name) == ["吴涛", "陈静"])
        #expect(customer.registeredBy == "陈静")
        #expect(try await company.audited("customer", id) == ["customer-registered {}"])
    }

    @Test("the same form sent twice makes one customer")
    func twice() async throws {
        let company = try await CustomersCompany()
        let (submission, stamp, details) = (SubmissionID.random(), company.stamp, company.details())
        let first = try await company.customers.register(details, sharesPhone: false, submission, stamp)
        let second = try await company.customers.register(details, sharesPhone: false, submission, stamp)
        #expect(first == second)
        #expect(try await company.found("王建国")?.count == 1)
    }

    @Test("the phone of another customer is asked about, and taken once it was confirmed")
    func samePhone() async throws {
        let company = try await CustomersCompany()
        let first = try await company.register(company.details(phones: ["13900000000", "13812345678"]))
        let details = company.details("赵六", phones: ["13812345678"])
        let error = await #expect(throws: SamePhone.self) {
            _ = try await company.customers.register(details, sharesPhone: false, .random(), company.stamp)
        }
        #expect(error?.others.map(\.id) == [first])
        #expect(try await company.found("赵六") == [])
        _ = try await company.customers.register(details, sharesPhone: true, .random(), company.stamp)
        #expect(try await company.found("赵六")?.count == 1)
    }

    @Test("a correction asks only about phones that are new")
    func onlyNewPhones() async throws {
        let company = try await CustomersCompany()
        _ = try await company.register(company.details())
        let second = try await company.register(company.details("赵六"))
        _ = try await company.customers.correct(
            second, to: company.details("赵六六"), version: 1, sharesPhone: false, .random(), company.stamp)
        #expect(try await company.customer(second).details.name == "赵六六")
        await #expect(throws: SamePhone.self) {
            _ = try await company.customers.correct(
                try await company.register(company.details("孙七", phones: ["13700000000"])),
                to: company.details("孙七"), version: 1, sharesPhone: false, .random(), company.stamp)
        }
    }

    @Test("the second of two people who correct the same customer is told, the first one's words are kept")
    func stale() async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details())
        let submission = SubmissionID.random()
        let mine = company.details(address: "我写的")
        let path = try await company.customers.correct(
            id, to: mine, version: 1, sharesPhone: false, submission, company.stamp)
        await #expect(throws: StaleVersion.self) {
            _ = try await company.customers.correct(
                id, to: company.details(address: "别人写的"), version: 1, sharesPhone: false, .random(), company.stamp)
        }
        #expect(try await company.customer(id).details == mine)
        let again = try await company.customers.correct(
            id, to: mine, version: 1, sharesPhone: false, submission, company.stamp)
        #expect(again == path)
        #expect(try await company.customer(id).version == 2)
        #expect(
            try await company.audited("customer", id).last == "customer-corrected {\"fields\":\"address\"}")
    }

    @Test("seeing the phones in full is written down each time")
    func phonesShown() async throws {
        let company = try await CustomersCompany()
        let id = try await company.register(company.details())
        for _ in 1...2 {
            _ = try await company.customers.findShowingPhones(id, on: .card, company.stamp)
        }
        #expect(
            try await company.audited("customer", id).dropFirst() == [
                "phone-shown {\"page\":\"card\"}", "phone-shown {\"page\":\"card\"}",
            ])
        #expect(try await company.customers.findShowingPhones(ID(id.number + 1), on: .card, company.stamp) == nil)
    }

    @Test("nobody can correct a customer who is not there")
    func missing() async throws {
        let company = try await CustomersCompany()
        await #expect(throws: Refusal.notFound) {
            _ = try await company.customers.correct(
                7, to: company.details(), version: 1, sharesPhone: false, .random(), company.stamp)
        }
    }
}
