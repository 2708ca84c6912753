import Forms
import Foundation
import Testing

@testable import App

@Suite("Each list has its file in the reader's language (ACC-7)")
struct FileColumnsTests {
    private static let files: [(String, Int)] = [
        (Paths.customersFile, 6), (Paths.staffFile, 4), (Paths.followUpsFile, 9), (Paths.workOrdersFile, 11),
        (Paths.issuesFile, 13), (Paths.feedbackFile, 8), (Paths.enquiriesFile, 12), (Paths.auditFile, 7),
    ]

    @Test("every column has its heading", arguments: Language.allCases)
    func headings(language: Language) async throws {
        let company = try await TestCompany()
        try await company.give(.agent, .administrator)
        let browser = try await company.browser(signedInAs: .agent, in: language)
        let keys = Set(try #require(Strings.catalogues[language]).keys)
        for (path, count) in Self.files {
            let file = try await browser.get(path)
            let line = try #require(file.html.split(separator: "\r\n").first)
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            #expect(cells.count == count && Set(cells).count == count, "\(path): \(cells)")
            #expect(cells.allSatisfy { !$0.isEmpty && !keys.contains($0) }, "\(path): \(cells)")
        }
    }

    @Test("a day and a moment are written as spreadsheets read them, and as people read them on a page")
    func cells() throws {
        let words = Words(.english, zone: .gmt)
        let day = try #require(Day("2026-11-24"))
        #expect(ListCell.day(day).inFile(words) == "2026-11-24" && ListCell.day(day).onPage(words) == "24 Nov 2026")
        #expect(ListCell.day(nil).inFile(words).isEmpty && ListCell.moment(nil).inFile(words).isEmpty)
        #expect(ListCell.moment(day.start(in: .gmt)).inFile(words) == "2026-11-24 00:00")
        #expect(ListCell.isTrue(true).inFile(words) == words("form.yes"))
    }

    @Test("a file that is not whole says so in its last line and by its name", arguments: Language.allCases)
    func goesOn(language: Language) {
        let words = Words(language, zone: .gmt), columns = [Column<Int>("customers.column.name") { .text("第\($0)") }]
        let part = ListPart(offset: 0, limit: 3)
        let cut = CSVFile("list", columns, ListSlice(part, found: [1, 2, 3, 4]), words)
        #expect(cut.name == "list-first-3.csv" && cut.rowCount == 3)
        let lines = cut.text.split(separator: "\r\n")
        #expect(
            lines.count == 5 && lines.last?.contains(words("form.file-goes-on", ["count": "3"])) == true, "\(lines)")
        let whole = CSVFile("list", columns, ListSlice(part, found: [1, 2, 3]), words)
        #expect(whole.name == "list.csv" && whole.text.split(separator: "\r\n").count == 4)
    }

    @Test("numbers of devices and telephones stay as they are in a spreadsheet; amounts and dates stay numbers")
    func longNumbers() {
        for text in ["13812345678", "89860012345678901234", "01087654321", "007"] {
            #expect(CSVCell.escaped(text) == "\t" + text)
        }
        for text in ["", "0", "12", "1280.50", "2026-11-24", "138****5678", "HT-0001", "１３８１２３４５６７８"] {
            #expect(CSVCell.escaped(text) == text)
        }
        #expect(CSVCell.escaped("=1+1") == "'=1+1" && CSVCell.escaped("\t=1") == "'\t=1")
    }

    @Test("the table of the staff has the columns of its file, in each language", arguments: Language.allCases)
    func sameColumns(language: Language) async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin, in: language)
        let page = try await admin.get(Paths.staff)
        let file = try await admin.get(Paths.staffFile).html.split(separator: "\r\n")
        let headings = try page.find("//thead/tr/th").map(\.text)
        #expect(file.first.map { $0.hasSuffix(headings.joined(separator: ",")) } == true, "\(headings)")
        #expect(try page.find("//tbody/tr").count == file.count - 1)
    }
}
