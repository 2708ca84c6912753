import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App

/// Photographs sent from the form, without a script (SVC-3).
struct SendingTests {
    private let company: TestCompany
    private let visit: Visit.ID
    private let path: String
    private let browser: Browser

    init() async throws {
        company = try await TestCompany()
        visit = try await company.visit()
        path = Paths.photographs(visit: visit)
        browser = try await company.browser(signedInAs: .technician)
    }

    private func form() async throws -> ShownForm { try await browser.get(path).form(path) }

    private func chosen(_ shade: UInt8, name: String = "IMG_1.jpg") throws -> ChosenFile {
        ChosenFile(name: name, bytes: try TestPhotograph.jpeg(shade: shade))
    }

    private func count(_ condition: String = "removed_at IS NULL") async throws -> Int {
        try await company.number("SELECT count(*) FROM photograph WHERE \(condition)")
    }

    @Test("several photographs go with one form, and the page shows them and what is still missing")
    func several() async throws {
        let answer = try await browser.send(
            form(), ["moment": "before"], files: [try chosen(1), try chosen(2)])
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == path)
        let page = try await browser.get(path)
        #expect(try page.find("//ul[@class='photographs']//img").count == 2)
        #expect(page.html.contains("2 张，最多 9 张"))
        #expect(page.html.contains("还缺：处理后"))
        #expect(try company.attachmentFiles().count == 4)
        #expect(try await company.audited("project", 1).last == "photographs-added")
        #expect(try company.halfReceived() == [])
    }

    @Test("what is missing is chosen beforehand, and nothing is once all is there")
    func nextMoment() async throws {
        #expect(try await form()["moment"]?.value == "before")
        _ = try await browser.send(form(), files: [try chosen(1)])
        #expect(try await form()["moment"]?.value == "after")
        _ = try await browser.send(form(), files: [try chosen(1)])
        #expect(try await form()["moment"]?.values == [])
    }

    @Test("the same photograph sent again is the same row, with the same form or another")
    func again() async throws {
        let first = try await form()
        for form in [first, first, try await form()] {
            let answer = try await browser.send(form, ["moment": "before"], files: [try chosen(1)])
            #expect(answer.status == 303)
        }
        #expect(try await count() == 1)
        #expect(try company.attachmentFiles().count == 2)
        _ = try await browser.send(form(), ["moment": "after"], files: [try chosen(1)])
        #expect(try await count() == 2)
        #expect(try company.attachmentFiles().count == 2)
    }

    @Test("what is no photograph is named with its reason, and costs nothing of those that are")
    func mixed() async throws {
        let long = String(repeating: "长", count: 300)
        let files = [
            try chosen(1), ChosenFile(name: "..\\..\\etc/门厅<b>.jpg", bytes: Array("<html><script>x</script>".utf8)),
            ChosenFile(name: "gpj.\u{202E}照片.exe", bytes: Array("GIF89a".utf8)),
            ChosenFile(name: long, bytes: []),
            ChosenFile(name: "IMG.jpg", bytes: try TestPhotograph.jpeg().dropLast(9)),
        ]
        let answer = try await browser.send(form(), ["moment": "damage"], files: files)
        #expect(answer.status == 422)
        let html = answer.text
        #expect(html.contains("\(Self.named("门厅&lt;b&gt;.jpg"))没有保存：这不是 JPEG、PNG 或 WebP 照片"))
        #expect(html.contains("\(Self.named("gpj.照片.exe"))没有保存"))
        #expect(html.contains("\(Self.named(long.prefix(28) + "…" + long.suffix(11)))没有保存"))
        #expect(!html.contains(long))
        #expect(html.contains("\(Self.named("IMG.jpg"))没有保存：文件不完整"))
        #expect(html.contains("value=\"damage\" checked"))
        #expect(try await count() == 1)
        #expect(try company.attachmentFiles().count == 2)
        #expect(try company.halfReceived() == [])
    }

    /// A name as a sentence says it: set apart from the text around it, whatever way it is written.
    private static func named(_ name: some StringProtocol) -> String { "“\u{2068}\(name)\u{2069}”" }

    @Test("a file of more than 10 MB is refused, and the one after it is kept")
    func large() async throws {
        let large = ChosenFile(name: "large.jpg", bytes: Array(repeating: 0xFF, count: 10 << 20 + 1))
        let answer = try await browser.send(form(), files: [large, try chosen(3)])
        #expect(answer.status == 422)
        #expect(answer.text.contains("\(Self.named("large.jpg"))没有保存：文件超过 10 MB"))
        #expect(try await count() == 1)
    }

    @Test("without a file the form comes back with what was chosen")
    func nothingChosen() async throws {
        let answer = try await browser.send(form(), ["moment": "signed-paper"], files: [])
        #expect(answer.status == 422)
        #expect(answer.text.contains("请选择至少一张照片"))
        #expect(answer.text.contains("value=\"signed-paper\" checked"))
    }

    @Test("a report has nine photographs; the tenth is refused with words that say what to do")
    func tenth() async throws {
        let files = try (1...10).map { try chosen($0) }
        let answer = try await browser.send(form(), ["moment": "after"], files: files)
        #expect(answer.status == 422)
        #expect(answer.text.contains("一次上门最多 9 张，请先移除一张"))
        #expect(try await count() == 9)
        #expect(try await browser.get(path).html.contains("已经有 9 张照片"))
    }

    @Test("a line that breaks in the middle leaves nothing behind", arguments: [200, 400, 900])
    func broken(_ bytes: Int) async throws {
        let answer = try await browser.send(form(), files: [try chosen(1)], cut: bytes)
        #expect(answer.status == 400)
        #expect(try await count() == 0)
        #expect(try company.attachmentFiles() == [])
        #expect(try company.halfReceived() == [])
    }

    @Test("a script is told in a few words whether a photograph was kept, and can ask before it sends one again")
    func script() async throws {
        let form = try await form()
        let id = try #require(form["submission"]?.value)
        let receipt = Paths.with(Paths.photographReceipt(visit: visit), [("submission", id)])
        #expect(try await browser.raw(.get, receipt).text == "{\"kept\":false,\"open\":true}")
        let kept = try await browser.send(form, files: [try chosen(1)], accept: "application/json")
        #expect((kept.status, kept.text) == (200, "{\"kept\":true}"))
        #expect(try await browser.raw(.get, receipt).text == "{\"kept\":true,\"open\":true}")
        let refused = try await browser.send(
            try await self.form(), files: [ChosenFile(name: "a.jpg", bytes: [1, 2])], accept: "application/json")
        #expect(refused.status == 422)
        #expect(refused.text.contains("\"kept\":false,\"reason\":\"这不是"))
        try await company.fileReport(of: visit)
        #expect(try await browser.raw(.get, receipt).text == "{\"kept\":true,\"open\":false}")
    }
}
