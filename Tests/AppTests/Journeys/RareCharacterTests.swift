import Forms
import Foundation
import Testing

@testable import App

@Suite("Rare characters and spellings")
struct RareCharacterTests {
    @Test(
        "a name is shown as it was typed, on every page that names the customer",
        arguments: [
            "𠮷野家", "买买提·艾力", "王😀👨‍👩‍👧", "O'Brien <b>&amp;\"", "王１２３", "{{name}} {key}", "é́ و ﷽", "C:\\\\%00 ✓",
        ])
    func names(name: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent, checkingWords: false)
        let known = [try company.member(.agent).id, try company.member(.agent2).id].map(String.init)
        let card = try await browser.submit(
            try await browser.get(Paths.newCustomer).form(),
            ["name": Typed(name), "phones.0.number": "13812345678", "known-by": Typed(known), "notes": Typed(name)])
        #expect(card.heading == name, "\(card)")
        let id = try #require(Customer.ID(String(card.path.dropFirst("/customers/".count))))
        let project = try await company.registerProject("HF-1", of: id, site: name)
        let call = try #require(try await company.followUps.ofProject(project).first { $0.opens <= company.today })
        try await company.fillSheet(of: call, saying: name)
        let other = try #require(try await company.followUps.ofProject(project).first { $0.state == .owed })
        for path in [
            Paths.customers, Paths.customerEdit(id), Paths.project(project), Paths.followUps, Paths.followUp(call.id),
            Paths.record(call.id), Paths.sheet(other.id),
        ] {
            let page = try await browser.get(path)
            #expect(page.status == 200)
            let held = try page.find("//main").first?.content.contains(name) ?? false
            let typed = page.forms.contains { $0.fields.contains { $0.value == name } }
            #expect(held || typed, "\(path) does not show \(name)")
            #expect(try !page.has("//main//b[text()='&amp;\"']"), "what was typed became an element")
        }
        #expect(try await browser.get(Paths.followUpsFile).html.contains(name.replacing("\"", with: "\"\"")))
    }

    @Test("marks that turn or hide the text around them are left out of a name")
    func hidingMarks() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let id = try await company.registerCustomer()
        let form = try await browser.get(Paths.customerEdit(id)).form()
        let card = try await browser.submit(form, ["name": "　\u{202E}王\u{0000}建\u{200B}国\r\n\u{2066} "])
        #expect(card.heading == "王建国先生" || card.heading == "王建国 先生", "\(card.heading)")
        for nothing in ["　", "\u{200B}\u{2060}", "\u{202E}", "\n\n"] {
            let fresh = try await browser.get(Paths.customerEdit(id)).form()
            try expectErrors(try await browser.submit(fresh, ["name": Typed(nothing)]), about: "name")
        }
    }

    @Test(
        "a phone in any spelling is one number: shown masked, found again, and asked about when it comes twice",
        arguments: ["138 1234 5678", "+86 138-1234-5678", "１３８１２３４５６７８", "0086 13812345678", "（+86）138.1234.5678"])
    func phones(spelling: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let known = [try company.member(.agent).id, try company.member(.agent2).id].map(String.init)
        let entries: [String: Typed] = ["name": "王建国", "phones.0.number": Typed(spelling), "known-by": Typed(known)]
        let card = try await browser.submit(try await browser.get(Paths.newCustomer).form(), entries)
        #expect(card.text.contains("138****5678") && !card.text.contains("13812345678"))
        #expect(try await company.database.searchDigits() == ["13812345678"])
        let search = try await browser.get(Paths.customers).form(Paths.customers)
        #expect(try await browser.submit(search, ["q": Typed(spelling)]).path == card.path)

        let second = try await browser.submit(try await browser.get(Paths.newCustomer).form(), entries)
        try expectErrors(second, about: "same-phone")
        #expect(second.mainText.contains("王建国"))
        let meant = try await browser.submit(second.form(), ["same-phone": "yes"])
        #expect(meant.status == 200 && meant.path != card.path)
    }

    @Test(
        "dates are read as people write them",
        arguments: [
            "2026-11-05", "2026/11/5", "2026.11.05", "20261105", "2026年11月5日", "11月5日", "２０２６－１１－０５", "２０２６年１１月５日",
        ])
    func dates(spelling: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let project = try await company.registerProject(of: company.registerCustomer())
        let form = try await browser.get(Paths.milestones(project)).form()
        try await browser.submit(form, ["actual-started": Typed(spelling)])
        let again = try await browser.get(Paths.milestones(project)).form()
        #expect(again["actual-started"]?.value == "2026-11-05")
    }

    @Test("a project number in full width is the number in half width, and cannot be given twice")
    func projectNumbers() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let customer = try await company.registerCustomer()
        _ = try await company.registerProject("HF-12", of: customer)
        let form = try await browser.get(Paths.newProject(customer: customer)).form()
        let page = try await browser.submit(form, ["number": "ＨＦ－１２", "kind": "renovation"])
        try expectErrors(page, about: "number")
        #expect(try page.form()["number"]?.value == "ＨＦ－１２")
        #expect(try await company.number("SELECT count(*) FROM project") == 1)
    }

    @Test("rows of phones that are far, negative or too many never break the form")
    func strangeRows() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.newCustomer).form()
        let known = try [company.member(.agent).id, company.member(.agent2).id].map {
            (name: "known-by", value: "\($0)")
        }
        let base = try form.entries(["name": "王建国"]).filter { $0.name != "known-by" } + known
        for rows in [
            [("phones.99999999999999999999.number", "13812345678")], [("phones.-1.number", "13812345678")],
            [("phones..number", "13812345678")], [("phones.0.number.x", "13812345678")], [("phones.1e9.number", "1")],
            (0..<200).map { ("phones.\($0).number", "138\($0 + 10_000_000)") },
        ] {
            let page = try await browser.post(form.action, base + rows.map { (name: $0.0, value: $0.1) })
            try expectErrors(page)
            #expect(try page.form()["name"]?.value == "王建国")
        }
        #expect(try await company.number("SELECT count(*) FROM customer") == 0)
    }
}

extension AppDatabase {
    fileprivate func searchDigits() async throws -> [String] {
        try await read { db in try CustomerStore.fetchPhones(db, of: 1).map(\.searchDigits) }
    }
}
