import Forms
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("Replaced parts")
struct ReplacementTests {
    private static func row(_ old: String, _ new: String, _ position: Int = 0) -> [String: Typed] {
        let path = "replacements.\(position)"
        return [
            "\(path).what": "part", "\(path).name": "阀芯", "\(path).old-serial": Typed(old),
            "\(path).new-serial": Typed(new), "\(path).returned": "yes",
        ]
    }

    @Test("take the old piece out of the project and put the new one in, with its warranty (SVC-3a)")
    func equipment() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today, equipment: "OLD-1")
        try await Technician(company, sent).report([.replacements: Self.row("old-1", "NEW-1")])
        #expect(
            try await company.text("SELECT removed_on FROM equipment WHERE serial_number = 'OLD-1'") == "2026-11-23")
        #expect(
            try await company.number("SELECT project_id FROM equipment WHERE serial_number = 'NEW-1'")
                == sent.project.number)
        // The rulebook of the company warrants parts anew for twelve months.
        #expect(
            try await company.text("SELECT warranty_until FROM equipment WHERE serial_number = 'NEW-1'") == "2027-11-23"
        )
        #expect(try await company.number("SELECT old_returned FROM replacement") == 1)
    }

    @Test("keep what remained of the warranty where the rulebook says so")
    func remaining() async throws {
        let company = try await TestCompany()
        let yaml = company.app.company.rulebook.yaml
        company.app.rules.put(
            try Rulebook(
                yaml: yaml.replacing(
                    "replaced-part: {warranty: anew, months: 12}", with: "replaced-part: {warranty: remaining}")))
        let sent = try await company.sentVisit(warranty: company.today.adding(days: 40))
        try await Technician(company, sent).report([.replacements: Self.row("", "NEW-1")])
        #expect(try await company.text("SELECT warranty_until FROM replacement") == "2027-01-02")
    }

    @Test("keep what remained of the warranty of their own, where they have one")
    func ownRemaining() async throws {
        let company = try await TestCompany()
        let yaml = company.app.company.rulebook.yaml
        company.app.rules.put(
            try Rulebook(
                yaml: yaml.replacing(
                    "replaced-part: {warranty: anew, months: 12}", with: "replaced-part: {warranty: remaining}")))
        let sent = try await company.sentVisit(warranty: company.today.adding(days: 40))
        try await company.install("OWN-1", in: sent.project, until: company.today.adding(days: 7))
        try await Technician(company, sent).report([.replacements: Self.row("own-1", "NEW-1")])
        #expect(try await company.text("SELECT warranty_until FROM replacement") == "2026-11-30")
    }

    @Test("without a name are called like what they replace; a SIM is no equipment of its own")
    func nameless() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(warranty: company.today, equipment: "OLD-1")
        let nameless = Self.row("OLD-1", "NEW-1").merging(["replacements.0.name": ""]) { $1 }
        let technician = try await Technician(company, sent)
        try await technician.fillAll([.replacements: nameless])
        let added = try await technician.fill(.replacements, [:], button: "replacements")
        let sim = Self.row("8986001", "8986002", 1).merging(["replacements.1.what": "sim"]) { $1 }
        try await technician.browser.submit(added.form(technician.path(.replacements)), sim)
        try await technician.sign()
        try await technician.file()
        #expect(try await company.text("SELECT model FROM equipment WHERE serial_number = 'NEW-1'") == "净水器")
        #expect(try await company.number("SELECT count(*) FROM equipment") == 2)
        #expect(try await company.number("SELECT count(*) FROM replacement") == 2)
    }

    @Test("with a number that is installed elsewhere are refused with the place")
    func elsewhere() async throws {
        let company = try await TestCompany()
        let other = try await company.sentVisit("PG-9")
        try await company.install("SN-9", in: other.project)
        let technician = try await Technician(company, try await company.sentVisit("PG-1"))
        try await technician.arrive()
        let page = try await technician.fill(.replacements, Self.row("SN-9", "sn-9 "))
        #expect(page.status == 422)
        #expect(page.errors.contains("这个新序列号已经装在工程 P-PG-9，请核对"))
        #expect(page.errors.contains("这个旧序列号登记在工程 P-PG-9，不在这里，请核对"))
        #expect(try page.form(technician.path(.replacements))["replacements.0.old-serial"]?.value == "SN-9")
    }

    @Test("a number that was installed elsewhere after the step was saved stops the filing, and loses nothing")
    func meanwhile() async throws {
        let company = try await TestCompany()
        let other = try await company.sentVisit("PG-9")
        let technician = try await Technician(company, try await company.sentVisit("PG-1"))
        try await technician.fillAll([.replacements: Self.row("", "SN-7")])
        try await technician.sign()
        let form = try await technician.browser.get(Paths.report(technician.sent.visit)).form(
            Paths.reportFiling(technician.sent.visit))
        try await company.install("SN-7", in: other.project)
        let page = try await technician.browser.submit(form)
        #expect(page.status == 409)
        #expect(page.text.contains("SN-7"))
        #expect(try await company.number("SELECT count(*) FROM service_report WHERE filed_at IS NOT NULL") == 0)
    }

    @Test("name what was put in, each number once, and not out and in again")
    func rows() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let nothing = try await technician.fill(
            .replacements, ["replacements.0.what": "sim", "replacements.0.returned": "no"])
        #expect(nothing.errors == ["请写换上了什么：名称或新序列号"])
        let same = try await technician.fill(.replacements, Self.row("SN-1", "sn-1"))
        #expect(same.errors == ["新旧序列号相同，请核对"])
        let added = try await technician.fill(.replacements, Self.row("A", "B"), button: "replacements")
        let twice = try await technician.browser.submit(
            added.form(technician.path(.replacements)), Self.row("C", "b", 1))
        #expect(twice.errors == ["这个新序列号上面已经写过"])
    }

    @Test("are not needed")
    func none() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        #expect(try await technician.fill(.replacements).path == technician.path(.photographs))
    }
}
