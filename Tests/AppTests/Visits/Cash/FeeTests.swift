import Forms
import GRDB
import Testing

@testable import App

@Suite("Cash on its way to finance (SVC-4)")
struct FeeTests {
    private static func taken(_ company: TestCompany, _ number: String = "PG-1") async throws -> Technician {
        let technician = try await Technician(
            company, try await company.sentVisit(number, warranty: company.today.adding(days: -1)))
        try await technician.report([.charges: ChargesTests.typed.merging(["receipt": "No. 0071"]) { $1 }])
        return technician
    }

    private static func handIn(_ technician: Technician) async throws -> ShownPage {
        let page = try await technician.browser.get(Paths.visit(technician.sent.visit))
        return try await technician.browser.submit(page.form(Paths.handingIn(visit: technician.sent.visit)))
    }

    @Test("is handed in with its receipt, counted by finance, and then the order closes")
    func whole() async throws {
        let company = try await TestCompany()
        let technician = try await Self.taken(company)
        let sent = technician.sent
        #expect(try await company.orderState(sent.order) == .confirmed)
        let form = try await technician.browser.get(Paths.visit(sent.visit)).form(Paths.handingIn(visit: sent.visit))
        #expect(form["receipt"]?.value == "No. 0071")
        #expect(try await technician.browser.submit(form, ["receipt": ""]).status == 422)
        #expect(try await Self.handIn(technician).text.contains("待财务确认"))
        #expect(try await company.orderState(sent.order) == .handedIn)
        let finance = try await company.browser(signedInAs: .finance)
        let list = try await finance.get(Paths.fees)
        #expect(list.text.contains("¥87.50") && list.text.contains("No. 0071") && list.text.contains("郑凯"))
        let page = try await finance.follow(Paths.feeConfirmation(visit: sent.visit))
        try await finance.submit(page.form())
        #expect(finance.page.path == Paths.fees)
        #expect(try await company.orderState(sent.order) == .closed)
        #expect(try await company.audited("visit", sent.visit).suffix(2) == ["fee-handed-in", "fee-confirmed"])
    }

    @Test("of another amount than was handed in needs a reason")
    func difference() async throws {
        let company = try await TestCompany()
        let technician = try await Self.taken(company)
        _ = try await Self.handIn(technician)
        let finance = try await company.browser(signedInAs: .finance)
        let form = try await finance.get(Paths.feeConfirmation(visit: technician.sent.visit)).form()
        #expect(form["amount"]?.value == "87.50")
        let page = try await finance.submit(form, ["amount": "80"])
        #expect(page.errors == ["实收与上交的金额不同，请写明原因"])
        try await finance.submit(page.form(), ["remark": "少找了零钱"])
        #expect(try await company.number("SELECT amount_fen FROM fee_confirmation") == 8_000)
    }

    @Test("that lies about is listed by who has it, with its age")
    func age() async throws {
        let company = try await TestCompany()
        _ = try await Self.taken(company)
        company.clock.advance(days: 3)
        let page = try await company.browser(signedInAs: .finance).get(Paths.fees)
        #expect(page.text.contains("还没上交") && page.text.contains("3 天"))
        let mine = try await company.browser(signedInAs: .technician)
        #expect(try await mine.get(Paths.today).text.contains("有 1 笔现金没上交，共 ¥87.50"))
    }

    @Test("is seen by technicians as far as it is their own")
    func own() async throws {
        let company = try await TestCompany()
        _ = try await Self.taken(company)
        try await company.makeTechnician(.agent2)
        #expect(try await company.browser(signedInAs: .technician).get(Paths.fees).text.contains("¥87.50"))
        #expect(try await !company.browser(signedInAs: .agent2).get(Paths.fees).text.contains("¥87.50"))
    }

    @Test("is neither handed in twice nor confirmed before it was handed in")
    func order() async throws {
        let company = try await TestCompany()
        let technician = try await Self.taken(company)
        let visit = technician.sent.visit
        let finance = try await company.browser(signedInAs: .finance)
        #expect(try await finance.get(Paths.feeConfirmation(visit: visit)).status == 409)
        let fields = [("submission", SubmissionID.random().text), ("amount", "87.50")]
        #expect(try await finance.post(Paths.feeConfirmation(visit: visit), fields).status == 409)
        _ = try await Self.handIn(technician)
        let again = [("submission", SubmissionID.random().text), ("receipt", "1")]
        #expect(try await technician.browser.post(Paths.handingIn(visit: visit), again).status == 409)
        #expect(try await company.number("SELECT count(*) FROM fee_handing_in") == 1)
    }

    @Test("is confirmed by somebody else than handed it in")
    func ownFee() async throws {
        let company = try await TestCompany()
        let id = try company.member(.technician).id
        try await company.database.write { db in
            try db.execute(sql: "INSERT INTO member_role (member_id, role) VALUES (?, 'finance')", arguments: [id])
        }
        let technician = try await Self.taken(company)
        _ = try await Self.handIn(technician)
        let fields = [("submission", SubmissionID.random().text), ("amount", "87.50")]
        let page = try await technician.browser.post(
            Paths.feeConfirmation(visit: technician.sent.visit), fields)
        #expect(page.status == 403)
        #expect(try await company.number("SELECT count(*) FROM fee_confirmation") == 0)
    }

    @Test("that was handed in stands on the day of those who confirm it, until they have")
    func onTheDay() async throws {
        let company = try await TestCompany()
        let technician = try await Self.taken(company)
        let finance = try await company.browser(signedInAs: .finance)
        #expect(try await !finance.get(Paths.today).text.contains("¥87.50"), "it is not in the office yet")
        _ = try await Self.handIn(technician)
        let day = try await finance.get(Paths.today)
        #expect(day.text.contains("¥87.50") && day.text.contains("郑凯"))
        #expect(!day.text.contains(company.words()("today.idle-title")))
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await !manager.get(Paths.today).text.contains("¥87.50"), "others do not confirm it")
        let page = try await finance.follow(Paths.feeConfirmation(visit: technician.sent.visit))
        try await finance.submit(page.form())
        #expect(try await finance.get(Paths.today).text.contains(company.words()("today.idle-title")))
    }

    @Test("of two visits closes the order with the last of them")
    func twoVisits() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today.adding(days: -1))
        let first = try await Technician(company, sent)
        try await first.report([
            .charges: ChargesTests.typed, .outcome: ["outcome": "not-fixed", "because": "缺配件"],
        ])
        let again = SentVisit(
            visit: try await company.insertVisit(of: sent.order, to: .technician), order: sent.order,
            project: sent.project)
        let second = try await Technician(company, again)
        try await second.report([.charges: ["fees.0.fee": "visit", "fees.0.quantity": "1"]])
        let finance = try await company.browser(signedInAs: .finance)
        for (technician, isLast) in [(first, false), (second, true)] {
            let path = Paths.handingIn(visit: technician.sent.visit)
            let page = try await technician.browser.get(Paths.visit(technician.sent.visit))
            try await technician.browser.submit(page.form(path), ["receipt": "7"])
            let confirmation = try await finance.get(Paths.feeConfirmation(visit: technician.sent.visit))
            try await finance.submit(confirmation.form())
            #expect(try await (company.orderState(sent.order) == .closed) == isLast)
        }
    }
}
