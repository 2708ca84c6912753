import Forms
import Foundation
import HTTPTypes
import Rulebooks
import Testing

@testable import App

@Suite("A rulebook that is handed in")
struct HandedInRulebookTests {
    private let inForce = ProjectFolder.required { try Rulebook.pack("decoration").yaml }

    private func problem(pasted: String = "", file: [UInt8]? = nil) -> UploadedRulebook.Problem? {
        switch UploadedRulebook(pasted: pasted, file: file, inForce: inForce).outcome {
        case .sound, .mistaken: nil
        case .unreadable(let problem): problem
        }
    }

    @Test("that is empty, no text in UTF-8, or no change is refused with its reason")
    func unreadable() {
        #expect(problem() == .empty)
        #expect(problem(pasted: " \r\n\t") == .empty)
        #expect(problem(file: []) == .empty)
        #expect(problem(file: [0x89, 0x50, 0x4E, 0x47, 0x00, 0x01]) == .notText)
        #expect(problem(file: [0xB9, 0xE6, 0xD4, 0xF2]) == .notText, "GB 18030")
        #expect(problem(pasted: inForce.replacing("\n", with: "\r\n")) == .unchanged, "as a browser sends it")
        #expect(problem(file: [0xEF, 0xBB, 0xBF] + Array(inForce.utf8)) == .unchanged, "with a byte order mark")
    }

    @Test("as a file that is no text leaves what was pasted as it was")
    func keepsPasted() {
        let handedIn = UploadedRulebook(pasted: "stages:\r\n", file: [0xFF, 0xFE, 0x00], inForce: inForce)
        #expect(handedIn.text == "stages:\n")
    }

    @Test("with mistakes is shown again with every one of them by line and field, and the one in force stays")
    func mistakes() async throws {
        let company = try await TestCompany()
        let before = company.app.company.rulebook
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let form = try await browser.get(Paths.newProposal).form(Paths.proposals)
        let yaml = before.yaml.replacing("opens: 10 days", with: "opens: ten days")
            .replacing("target-percent: 90", with: "target-percent: 900")
        let page = try await browser.submit(form, ["yaml": Typed(yaml)])
        #expect(page.status == 422 && page.errors.count == 1)
        let rows = try page.find("//table//tbody/tr").map(\.text)
        let line = { (text: String) in
            1 + (yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) } ?? 0)
        }
        #expect(rows.count == 2)
        #expect(rows.first?.hasPrefix("第 \(line("target-percent")) 行要在 1 到 100 之间target-percent") == true, "\(rows)")
        #expect(rows.last?.hasPrefix("第 \(line("ten days")) 行要写成“10 days”") == true, "\(rows)")
        #expect(rows.last?.contains("cadence[1].after.opens") == true && rows.last?.contains("opens: ten days") == true)
        #expect(try page.form(Paths.proposals)["yaml"]?.value == yaml, "nothing that was typed is lost")
        #expect(company.app.company.rulebook == before)
        #expect(try await company.number("SELECT count(*) FROM rulebook_proposal") == 0)
    }

    @Test("names its mistakes in each language", arguments: Language.allCases)
    func languages(_ language: Language) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .admin, in: language, checkingWords: false)
        let form = try await browser.get(Paths.newProposal).form(Paths.proposals)
        for yaml in ["a: [", "a: &a b", "a: 1\na: 2", "- a", "rulebook: X", "stages: {}"] {
            let page = try await browser.submit(form, ["yaml": Typed(yaml)])
            #expect(page.status == 422)
            #expect(try !page.find("//table//tbody/tr").isEmpty)
        }
    }

    @Test("as a file of a multipart form is what counts, and shown for correcting")
    func file() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .admin, checkingWords: false)
        let submission = try #require(
            try await browser.get(Paths.newProposal).form(Paths.proposals)["submission"]?.value)
        func upload(_ content: String) async throws -> ShownPage {
            let parts = [
                "Content-Disposition: form-data; name=\"submission\"\r\n\r\n\(submission)",
                "Content-Disposition: form-data; name=\"yaml\"\r\n\r\n没有保存的字",
                "Content-Disposition: form-data; name=\"file\"; filename=\"制度.yaml\"\r\n\r\n\(content)",
            ]
            let body = parts.map { "--edge\r\n\($0)\r\n" }.joined() + "--edge--\r\n"
            return try await browser.send(
                .post, Paths.proposals, headers: [.contentType: "multipart/form-data; boundary=edge"], body: body)
        }
        let wrong = try await upload("stages: {}")
        #expect(wrong.status == 422)
        #expect(try wrong.form(Paths.proposals)["yaml"]?.value.hasPrefix("stages: {}") == true)
        let binary = try await upload("PNG\u{0}\u{1}")
        #expect(binary.errors == [company.words()("proposal.problem.not-text")])
        #expect(try binary.form(Paths.proposals)["yaml"]?.value.hasPrefix("没有保存的字") == true)
        let large = try await upload(String(repeating: "# 很长\n", count: 70_000))
        #expect(large.status == 422 && large.mainText.contains("文件太大"))
        #expect(try await upload(String(repeating: "#", count: 2_000_000)).status == 413)
        let sound = try await upload(inForce + "# 新的一稿\n")
        #expect(sound.status == 303)
    }
}
