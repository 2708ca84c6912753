import Forms
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("Warranty, parts and fees")
struct ChargesTests {
    /// ¥50 for the visit and ¥12.50 a piece.
    static let typed: [String: Typed] = [
        "fees.0.fee": "visit", "fees.0.quantity": "1", "parts.0.name": "阀芯", "parts.0.quantity": "3",
        "parts.0.price": "¥12.50",
    ]

    private static func decided(_ company: TestCompany, _ sent: SentVisit) async throws -> [String?] {
        let technician = try await Technician(company, sent)
        let page = try await technician.browser.get(technician.path(.charges))
        return [try page.form(technician.path(.charges))["warranty"]?.value]
    }

    @Test("are decided by the day on which the customer asked, and say why")
    func byDates() async throws {
        let company = try await TestCompany()
        let lastDay = try await company.sentVisit("PG-1", warranty: company.today)
        let over = try await company.sentVisit("PG-2", warranty: company.today.adding(days: -1))
        // Nobody comes before the next day: the customer was inside the warranty all the same.
        company.clock.advance(days: 3)
        #expect(try await Self.decided(company, lastDay) == ["inside"])
        #expect(try await Self.decided(company, over) == ["outside"])
        let technician = try await Technician(company, lastDay)
        let page = try await technician.browser.get(technician.path(.charges))
        #expect(page.text.contains("合同约定保修到 2026年11月23日，客户 2026年11月23日 提出"))
    }

    @Test("follow the equipment where it has a warranty of its own, else the rulebook's term")
    func sources() async throws {
        let company = try await TestCompany()
        let own = try await company.sentVisit("PG-1", warranty: company.today, equipment: "SN-1")
        try await company.database.write { [today = company.today] db in
            try db.execute(sql: "UPDATE equipment SET warranty_until = ?", arguments: [today.adding(days: -9)])
        }
        let notBegun = try await company.sentVisit("PG-2", warranty: nil)
        #expect(try await Self.decided(company, own) == ["outside"])
        let technician = try await Technician(company, notBegun)
        let page = try await technician.browser.get(technician.path(.charges))
        #expect(page.text.contains("保修还没有开始"))
        #expect(try !page.has("//input[@name='warranty' and @checked]"), "no date decides, so nothing is chosen")
        #expect(try await technician.fill(.charges, ["warranty": "outside"]).errors == ["按日期不是这样，请写明认定的原因"])
    }

    @Test("of an installation inside the warranty are charged, since only mending is owed")
    func installation() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(kind: .installation, warranty: company.today)
        let technician = try await Technician(company, sent)
        #expect(try await technician.browser.get(technician.path(.charges)).text.contains("收费项目照收"))
        try await technician.report([.charges: Self.typed])
        #expect(try await company.number("SELECT total_fen FROM service_report") == 5_000)
    }

    @Test("inside the warranty cost nothing where the rulebook frees the parts")
    func inside() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today)
        try await Technician(company, sent).report([.charges: Self.typed])
        #expect(try await company.number("SELECT total_fen FROM service_report") == 0)
        #expect(try await company.number("SELECT count(*) FROM service_charge WHERE is_free = 1") == 2)
        #expect(try await company.orderState(sent.order) == .closed, "nothing is to pay, so nothing is waited for")
    }

    @Test("outside the warranty are counted to the fen, on the page as in the record")
    func outside() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today.adding(days: -1))
        let technician = try await Technician(company, sent)
        try await technician.arrive()
        let counted = try await technician.fill(.charges, Self.typed, button: "count")
        #expect(counted.status == 200)
        #expect(counted.text.contains("¥87.50"))
        try await technician.report([.charges: Self.typed])
        #expect(try await company.number("SELECT total_fen FROM service_report") == 8_750)
        #expect(try await company.orderState(sent.order) == .confirmed)
    }

    @Test("may be decided otherwise, with a reason only")
    func otherwise() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit(warranty: company.today))
        try await technician.arrive()
        let typed = Self.typed.merging(["warranty": "outside"]) { $1 }
        let page = try await technician.fill(.charges, typed)
        #expect(page.errors == ["按日期不是这样，请写明认定的原因"])
        try await technician.report([.charges: typed.merging(["because": "客户自己摔坏"]) { $1 }])
        #expect(try await company.number("SELECT total_fen FROM service_report") == 8_750)
        #expect(
            try await company.text("SELECT answers ->> '$.charges.because[0]' FROM service_report") == "客户自己摔坏")
    }

    @Test("with the rulebook that charges parts inside the warranty charge only those")
    func chargedParts() async throws {
        let company = try await TestCompany()
        let yaml = company.app.company.rulebook.yaml
        company.app.rules.put(
            try Rulebook(yaml: yaml.replacing("parts-inside-warranty: free", with: "parts-inside-warranty: charged")))
        try await Technician(company, try await company.sentVisit(warranty: company.today)).report([
            .charges: Self.typed
        ])
        #expect(try await company.number("SELECT total_fen FROM service_report") == 3_750)
    }

    @Test(
        "refuse prices that cannot be",
        arguments: [
            ("-5", "不能是负数"), ("1.005", "最多写到分"), ("99999999999", "最多"), ("一百", "请写金额"), ("1e3", "请写金额"),
        ])
    func prices(price: String, said: String) async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let page = try await technician.fill(.charges, Self.typed.merging(["parts.0.price": Typed(price)]) { $1 })
        #expect(page.status == 422)
        #expect(page.errors.count == 1 && page.errors[0].contains(said), "\(page.errors)")
        #expect(try page.form(technician.path(.charges))["parts.0.price"]?.value == price)
    }

    @Test("take another row without scripts, and judge nothing meanwhile")
    func rows() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let page = try await technician.fill(.charges, ["parts.0.name": "阀芯"], button: "parts")
        #expect(page.status == 200 && page.errors.isEmpty)
        #expect(try page.form(technician.path(.charges))["parts.1.name"] != nil)
        #expect(try page.form(technician.path(.charges))["parts.0.name"]?.value == "阀芯")
    }
}
