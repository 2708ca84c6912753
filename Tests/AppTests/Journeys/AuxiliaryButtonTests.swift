import Forms
import Testing

@testable import App

@Suite("A button that does not send the form keeps all that was typed, wrong values too (UX-10)")
struct AuxiliaryButtonTests {
    /// Everything that a person can type, as it stands after the button, and how many rows there are.
    private func press(
        _ button: String, _ typed: [String: Typed], on form: ShownForm, _ browser: Browser
    ) async throws -> ShownForm {
        let before = try await browser.company.submissions()
        let page = try await browser.submit(form, typed, button: button)
        let again = try page.form(form.action)
        for (field, value) in typed { #expect(again[field]?.values == value.values, "\(field) after \(button)") }
        #expect(again["submission"]?.value == form["submission"]?.value)
        #expect(try await browser.company.submissions() == before)
        return again
    }

    private func rows(_ table: String, in form: ShownForm) -> Int {
        Set(
            form.fields.compactMap {
                $0.name.split(separator: ".").first == Substring(table)
                    ? $0.name.split(separator: ".").dropFirst().first : nil
            }
        ).count
    }

    @Test("another phone of a customer")
    func phones() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let new = try await agent.get(Paths.newCustomer).form(Paths.customers)
        let typed: [String: Typed] = ["name": "", "phones.0.number": "12", "notes": "二\n行"]
        let two = try await press("phones", typed, on: new, agent)
        #expect(rows("phones", in: two) == 2)
        let id = try await company.registerCustomer()
        let edit = try await agent.get(Paths.customerEdit(id)).form(Paths.customer(id))
        _ = try await press("phones", typed, on: edit, agent)
    }

    @Test("another row of charges, or of parts taken out")
    func rowsOfSteps() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let browser = technician.browser
        let charges = try await browser.get(technician.path(.charges)).form(technician.path(.charges))
        let typed: [String: Typed] = [
            "fees.0.fee": "visit", "fees.0.quantity": "两次半", "parts.0.name": "阀芯", "parts.0.price": "一百",
            "receipt": "0099", "warranty": "outside",
        ]
        for table in ["fees", "parts"] {
            let again = try await press(table, typed, on: charges, browser)
            #expect(rows(table, in: again) == 2)
        }
        let step = technician.path(.replacements)
        let replaced: [String: Typed] = ["replacements.0.new-serial": "8699 9", "replacements.0.what": "part"]
        let form = try await browser.get(step).form(step)
        #expect(rows("replacements", in: try await press("replacements", replaced, on: form, browser)) == 2)
    }

    @Test("the sum of the charges, however often it is asked for; what it cannot count it says, and counts the rest")
    func sum() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let step = technician.path(.charges)
        var form = try await technician.browser.get(step).form(step)
        let typed: [String: Typed] = [
            "fees.0.fee": "visit", "fees.0.quantity": "2.5", "parts.0.name": "阀芯", "parts.0.quantity": "3",
            "parts.0.price": "12.50", "parts.1.name": "胶带",
        ]
        form = try await press("parts", typed.filter { $0.key != "parts.1.name" }, on: form, technician.browser)
        for _ in 0..<3 {
            form = try await press("count", typed, on: form, technician.browser)
            let page = technician.browser.page
            #expect(page.status == 422 && page.text.contains("¥37.50"))
            try expectErrors(page, about: "fees.0.quantity")
            try expectErrors(page, about: "parts.1.quantity")
            #expect(rows("fees", in: form) == 2 && rows("parts", in: form) == 3, "one row to write on, and no more")
        }
        let right: [String: Typed] = ["fees.0.quantity": "2", "parts.1.name": ""]
        form = try await press("count", right, on: form, technician.browser)
        #expect(technician.browser.page.status == 200 && technician.browser.page.text.contains("¥137.50"))
    }

    @Test("the photograph of what a customer signed on paper; a signature only while the report is the same")
    func paper() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.fillAll()
        let browser = technician.browser
        let path = Paths.reportConfirmation(technician.sent.visit)
        let form = try await browser.get(path).form(path)
        let typed: [String: Typed] = [
            "rating": "2", "remark": String(repeating: "慢", count: 501).typed, "manner": "paper", "name": "王建国",
            "relation": "self",
        ]
        let sent = try form.entries(typed, button: "yes")
            .map { $0.name == "signature" ? (name: $0.name, value: Technician.name) : $0 }
        let photographs = try await browser.post(path, sent)
        #expect(photographs.path.hasPrefix(Paths.photographs(visit: technician.sent.visit)))
        #expect(try photographs.has("//input[@name='moment'][@value='signed-paper'][@checked]"))
        let back = try await browser.get(path).form(path)
        for (field, value) in typed { #expect(back[field]?.values == value.values, "\(field)") }
        #expect(back["signature"]?.value == Technician.name)
        try await technician.fill(.finding, ["done": "又换了一个"])
        let changed = try await browser.get(path).form(path)
        #expect(changed["signature"]?.value == "" && changed["remark"]?.value == typed["remark"]?.values.first)
        try await technician.sign(["manner": "typed", "name": "王建国", "relation": "self", "rating": "5", "remark": "慢"])
        #expect(
            try await browser.get(path).form(path)["remark"]?.value == "", "what was said is stored, and the draft ends"
        )
    }
}

extension String {
    fileprivate var typed: Typed { Typed(self) }
}
