import Forms
import HTTPTypes
import Rulebooks
import Testing

@testable import App

@Suite("The list of follow-ups as a file (ACC-7, UX-7)")
struct FollowUpFileTests {
    @Test("has the rows that are shown, with the filters of the page, and is on the audit trail")
    func sameRows() async throws {
        let company = try await TestCompany()
        try await company.project("HF-LATE", startedDaysAgo: 21)
        try await company.project("HF-OLD", startedDaysAgo: 40)
        try await company.project("HF-DUE", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        let list = try await browser.get("/follow-ups?state=overdue")
        let file = try await browser.follow(company.words()("list.export"))
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"follow-ups-2026-11-23.csv\"")
        let lines = file.html.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(file.html.utf8.starts(with: [0xEF, 0xBB, 0xBF]), "spreadsheets need the mark to read Chinese")
        #expect(lines.first?.contains("客户") == true || lines.first?.first?.hasSuffix("客户") == true)
        #expect(try lines.dropFirst().compactMap { $0.dropFirst().first } == list.projectNumbers())
        #expect(
            lines.dropFirst().first == ["客户HF-OLD", "HF-OLD", "前期回访", "电话", "2026-10-24", "2026-10-29", "", "陈静", "过期"])
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 1)
    }

    @Test("holds the whole list, not only the page that is shown")
    func wholeList() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        for number in 1...60 {
            _ = try await company.registerProject(
                "HF-\(number)", of: customer, milestones: [.started: .init(actual: company.today.adding(days: -30))])
        }
        let file = try await company.browser(signedInAs: .agent).get(Paths.followUpsFile)
        #expect(file.html.split(separator: "\r\n").count == 61)
    }

    @Test(
        "takes the teeth out of what a spreadsheet would run as a formula",
        arguments: ["=1+1", "+8613800000000", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "＝1+1"])
    func formulas(name: String) async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer(name)
        _ = try await company.registerProject(
            "HF-1", of: customer, milestones: [.started: .init(actual: company.today.adding(days: -12))])
        let file = try await company.browser(signedInAs: .agent).get(Paths.followUpsFile)
        let row = try #require(file.html.split(separator: "\r\n").last)
        let cell = row.hasPrefix("\"") ? row.dropFirst() : row
        #expect(cell.hasPrefix("'"), "\(row)")
    }

    @Test("quotes what would break its rows and cells")
    func quoting() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("王,\"大\"建国")
        _ = try await company.registerProject(
            "HF-1", of: customer, milestones: [.started: .init(actual: company.today.adding(days: -12))])
        let file = try await company.browser(signedInAs: .agent).get(Paths.followUpsFile)
        #expect(file.html.contains("\r\n\"王,\"\"大\"\"建国\",HF-1,"))
    }

    @Test("speaks the reader's language", arguments: Language.allCases)
    func languages(language: Language) async throws {
        let company = try await TestCompany()
        try await company.project("HF-1", startedDaysAgo: 21)
        let file = try await company.browser(signedInAs: .agent, in: language).get(Paths.followUpsFile)
        let words = company.words(language)
        #expect(file.html.contains(words("follow-ups.column.customer") + ","))
        #expect(file.html.contains(words("follow-up.state.overdue")))
    }
}
